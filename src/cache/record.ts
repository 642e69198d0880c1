import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import type { PlannedArtifact, Request } from '../plan/plan.ts';
import { digestOf } from './digest.ts';
import type { Trace } from './trace.ts';

/** Where an output folder keeps the record of the build that wrote it. */
export const recordFile = '.annex/build.json';

/** What a build leaves for the next one, so that it need not do again what would come out the same. */
export type BuildRecord = {
  /** program.ts; a record of another program says nothing to this one. */
  readonly program: string;
  readonly request: Request;
  readonly read: Trace;
  /** What the whole build found, and what it could not make. */
  readonly diagnostics: readonly LocatedDiagnostic[];
  readonly held: readonly PlannedArtifact[];
  /** Digests of the manifest and the checksums that it wrote. */
  readonly index: readonly string[];
  /** By path: everything in the folder that this program made, by this build or an earlier one. */
  readonly artifacts: Readonly<Record<string, MadeFrom>>;
};

/** What an artifact was made from. */
export type MadeFrom = {
  /** Digest of everything that can change it; sources.ts. */
  readonly sources: string;
  /** Digest of the tree that it was rendered from. */
  readonly tree: string;
  /** Of its bytes, hexadecimal. */
  readonly sha256: string;
  /** What was found only in making it. */
  readonly found: readonly Diagnostic[];
};

/** The record as text: its own digest on the first line, so that half a record, or an altered one, is none. */
export function writeRecord(record: BuildRecord): string {
  const text = JSON.stringify(record);
  return `${digestOf(text)}\n${text}\n`;
}

/** A record, or undefined where there is none that this program wrote. */
export function readRecord(text: string | undefined, program: string): BuildRecord | undefined {
  const [digest, content] = text?.split('\n') ?? [];
  if (content === undefined || digest !== digestOf(content)) return undefined;
  const record = JSON.parse(content) as BuildRecord;
  return record.program === program ? record : undefined;
}
