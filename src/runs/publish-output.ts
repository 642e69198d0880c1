import { join, relative, resolve } from 'node:path';
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { OutputRefused, refuseSourceFolders } from '../pipeline.ts';
import { type Delivered, type DeliverHow, deliver, rollBack } from '../publish/place/deliver.ts';
import { locateDiagnostics } from '../tables/locate-diagnostics.ts';

export type PublishOptions = DeliverHow & {
  /** Folder of the workspace. */
  readonly workspace: string;
  /** Output folder; `output` in the workspace where it is left out. */
  readonly out?: string | undefined;
  /** The folder in which readers find what is published. */
  readonly target: string;
};

export type RollbackOptions = Pick<PublishOptions, 'workspace' | 'target'> & {
  /** The name of a manifest of the place: `000012-2026-11-21`, or its number alone. */
  readonly rollback: string;
};

export type PublishResult = Pick<Delivered, 'pruned'> & {
  readonly target: string;
  /** Which manifest the place shows now; absent where it is as it was, and the findings say why. */
  readonly shown?: string;
  /** Paths. */
  readonly added: readonly string[];
  readonly replaced: readonly string[];
  readonly unchanged: number;
  /** Of files of the place, or of the output folder. */
  readonly diagnostics: readonly LocatedDiagnostic[];
};

/**
 * Publishes the output of a build to a place where readers find it, all of it or nothing; what the build left is held
 * against its manifest first.
 *
 * Throws OutputFault where the place cannot be written, OutputRefused where it lies among the sources or in the output.
 */
export function publishOutput(options: PublishOptions): PublishResult {
  const { workspace, out = join(workspace, 'output'), target } = options;
  refuseSourceFolders(workspace, target);
  if (!relative(resolve(out), resolve(target)).startsWith('..'))
    throw new OutputRefused(target, 'outside of what was built, such as ../annexes');
  return describe(target, deliver(out, target, options));
}

/**
 * Shows again what a place showed before. Throws UnknownName where it does not keep that, OutputFault where it cannot be
 * written, OutputRefused as publishOutput does.
 */
export function rollBackPlace({ workspace, target, rollback }: RollbackOptions): PublishResult {
  refuseSourceFolders(workspace, target);
  return describe(target, rollBack(target, rollback));
}

function describe(target: string, { delivery, steps, pruned, diagnostics }: Delivered): PublishResult {
  return {
    target,
    ...(delivery !== undefined && { shown: delivery.name }),
    added: steps?.add.map(({ path }) => path) ?? [],
    replaced: steps?.replace.map(({ path }) => path) ?? [],
    unchanged: steps?.unchanged.length ?? 0,
    pruned,
    // They speak of whole files, so there is nothing to look up.
    diagnostics: locateDiagnostics(diagnostics, { tables: new Map(), read: () => undefined }),
  };
}
