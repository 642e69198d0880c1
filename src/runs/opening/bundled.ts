import { createHash } from 'node:crypto';
import type { Brand } from '../../catalogue/model.ts';
import { isBlocking } from '../../diagnostics/diagnostic.ts';
import { Recorder } from '../../fleet/bundle/record.ts';
import { replayWorkspace } from '../../fleet/bundle/replay.ts';
import { sealBundle } from '../../fleet/bundle/seal.ts';
import type { Seen } from '../../fleet/bundle/seen.ts';
import type { FleetRun } from '../../fleet/records.ts';
import type { RunPress } from '../../fleet/worker/presses.ts';
import { everything } from '../../plan/plan.ts';
import { type Digest, digestPieces, type Pieces } from '../../store/store.ts';
import { WorkspaceFault } from '../../workspace/workspace.ts';
import { type Opened, openSources, type Sources, type Watch } from './open.ts';
import { openPressFor, placeAtContract } from './press.ts';

/** A workspace that is opened and, to the same extent, put into a bundle. */
export type Recorded = {
  readonly opened: Opened;
  /** All that a press reads of it, as an object for a store; undefined where no press can be opened. */
  readonly seal: (
    columns: readonly string[],
  ) => { readonly digest: Digest; readonly pieces: Pieces } | undefined;
};

/** What recorded files are told apart by: the user's own with what stands in for them, and what is merged into them. */
const nameOf = (prefix: '' | 'shipped:') => (prefix === '' ? 'workspace' : 'shipped');

/**
 * Opens the workspace of a folder and takes note of what is read. What is committed to it later changes nothing of that.
 * Throws WorkspaceFault where files cannot be used.
 */
export function recordSources(workspace: string, brand: string | undefined): Recorded {
  const recorder = new Recorder();
  const opened = open(workspace, brand, (source, prefix) => recorder.watch(source, nameOf(prefix)));
  return {
    opened,
    seal(columns) {
      const { catalogue } = opened;
      // A press reads templates of its own.
      if (catalogue === undefined || openPressFor(opened, catalogue, { brand, columns }) === undefined)
        return undefined;
      const pieces = sealBundle({ ...recorder.seen(), packages: digestPackages(catalogue.brands.values()) });
      return { digest: digestPieces(pieces), pieces };
    },
  };
}

function open(sources: Sources, brand: string | undefined, watch: Watch): Opened {
  return openSources(sources, { ...everything, brands: brand === undefined ? [] : [brand] }, watch);
}

/** The files of installed packages that brands name, with their digests. */
function digestPackages(brands: Iterable<Brand>): ReadonlyMap<string, string> {
  const named = [...brands].flatMap(({ logo, fonts: { heading, body, fallback } }) => [
    ...(logo === undefined ? [] : [logo]),
    ...[heading, body].flatMap(({ regular, semibold }) => [regular, semibold]),
    ...fallback,
  ]);
  const files = named.filter(({ path }) => path.startsWith('package:'));
  return new Map(
    files.map(({ path, bytes }) => [
      path.slice('package:'.length),
      createHash('sha256').update(bytes).digest('hex'),
    ]),
  );
}

/** Opens the press of a run from what its bundle holds. Throws WorkspaceFault where none can be opened from it. */
export function openBundled(seen: Seen, { brand, columns, contractsPath }: FleetRun): RunPress {
  const opened = open(replayWorkspace(seen, 'workspace'), brand, (_, prefix) =>
    replayWorkspace(seen, nameOf(prefix)),
  );
  const press = opened.catalogue && openPressFor(opened, opened.catalogue, { brand, columns });
  if (press !== undefined)
    return {
      press,
      locate: (found, contract) => placeAtContract(opened.locate(found), contract, contractsPath),
    };
  const found = opened.diagnostics.find(isBlocking)?.message;
  throw new WorkspaceFault(
    '',
    `The run's workspace cannot be opened from its bundle${found ? `: ${found}` : '.'}`,
  );
}
