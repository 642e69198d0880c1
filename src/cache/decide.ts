import type { PlannedArtifact } from '../plan/plan.ts';
import type { BuildRecord, MadeFrom } from './record.ts';
import type { Reach } from './scope.ts';
import { Sources } from './sources.ts';
import type { Trace } from './trace.ts';

/** Why an artifact is made, or composed again to see whether it changed. */
export type Reason =
  /** No earlier build of this program in this folder made it. */
  | { readonly kind: 'new' }
  /** Sources that can change it are others than they were; their paths, where the last build looked at them too. */
  | { readonly kind: 'sources'; readonly paths: readonly string[] }
  /** Its published file is gone, or is not the one that was written. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'altered' };

/** What is to be done for an artifact. */
export type Decision = {
  readonly artifact: PlannedArtifact;
  /** Digest of what can change it now. */
  readonly sources: string;
  /** What it was made from; undefined where it has to be rendered whatever it says. */
  readonly before: MadeFrom | undefined;
  /** Absent where it stays as it is. */
  readonly because?: Reason;
};

/** Decides, artifact by artifact, what of an earlier build still stands. */
export class Decider {
  private readonly sources: Sources;
  private readonly trace: Trace;
  private readonly record: BuildRecord | undefined;

  constructor(record: BuildRecord | undefined, trace: Trace) {
    this.sources = new Sources(trace);
    this.trace = trace;
    this.record = record;
  }

  /** @param published what stands at its path */
  decide(
    artifact: PlannedArtifact,
    reach: Reach,
    published: { readonly sha256: string } | undefined,
  ): Decision {
    const sources = this.sources.digestFor(reach);
    const before = this.record?.artifacts[artifact.path];
    if (before === undefined) return { artifact, sources, before, because: { kind: 'new' } };
    if (published?.sha256 !== before.sha256) {
      const kind = published === undefined ? 'missing' : 'altered';
      return { artifact, sources, before: undefined, because: { kind } };
    }
    if (before.sources === sources) return { artifact, sources, before };
    return { artifact, sources, before, because: { kind: 'sources', paths: this.changedFor(reach) } };
  }

  private changedFor(reach: Reach): string[] {
    const earlier = this.record?.read ?? { files: {}, folders: {} };
    return this.sources
      .pathsFor(reach)
      .filter((path) => digestAt(this.trace, path) !== digestAt(earlier, path));
  }
}

function digestAt({ files, folders }: Trace, path: string): string | undefined {
  return path.endsWith('/') ? folders[path.slice(0, -1)] : files[path];
}
