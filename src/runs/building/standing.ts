import { join } from 'node:path';
import { programDigest } from '../../cache/program.ts';
import { type BuildRecord, readRecord, recordFile } from '../../cache/record.ts';
import { isUnchanged, type Watched } from '../../cache/trace.ts';
import { covers, type Request } from '../../plan/plan.ts';
import { checksumsFile, manifestFile, readManifest } from '../../publish/manifest.ts';
import { OutputFolder } from '../../publish/output-folder.ts';
import type { Publication } from '../../publish/publish.ts';
import { weighFile } from '../../publish/weigh.ts';
import { openWorkspace } from '../../workspace/disk.ts';
import { overlayWorkspace } from '../../workspace/overlay.ts';
import { packageFiles } from '../../workspace/packages.ts';
import { shippedTemplates, shippedWorkspace } from '../../workspace/shipped.ts';

/** What an earlier build left in an output folder, or undefined where there is nothing that this program can use. */
export function openRecord(out: string): BuildRecord | undefined {
  return readRecord(new OutputFolder(out).readText(recordFile), programDigest());
}

/** Everything that a build may look at, by what its paths begin with in a trace. */
export function watchedSources(workspace: string): Watched {
  return {
    '': overlayWorkspace(openWorkspace(workspace), shippedTemplates()),
    'shipped:': shippedWorkspace(),
    'package:': packageFiles,
  };
}

/**
 * What was published, where a build would do nothing: it was asked the same, finds all sources as they were, by their
 * bytes, and every file in its place. Nothing is parsed for it.
 */
export function findStanding(
  record: BuildRecord,
  request: Request,
  workspace: string,
  out: string,
): Publication | undefined {
  if (JSON.stringify(record.request) !== JSON.stringify(request)) return undefined;
  const folder = new OutputFolder(out);
  const manifest = folder.readText(manifestFile);
  if (manifest === undefined || !isIndexIntact(folder, record)) return undefined;
  if (!isUnchanged(record.read, watchedSources(workspace))) return undefined;
  const { artifacts, page } = readManifest(manifest)!;
  const covered = artifacts.filter((artifact) => covers(request, artifact));
  const isIntact = [...covered, ...page].every(
    ({ path, sha256 }) => weighFile(join(folder.root, path))?.sha256 === sha256,
  );
  if (!isIntact) return undefined;
  const kept = covered.filter(({ state }) => state === 'kept');
  return {
    artifacts,
    made: [],
    unchanged: covered.filter(({ state }) => state !== 'kept'),
    kept,
    pruned: [],
  };
}

/** Digests of the files that say what was published. */
export function digestIndex(folder: OutputFolder): string[] {
  return [manifestFile, checksumsFile].map((path) => weighFile(join(folder.root, path))?.sha256 ?? 'none');
}

function isIndexIntact(folder: OutputFolder, { index }: BuildRecord): boolean {
  return JSON.stringify(digestIndex(folder)) === JSON.stringify(index);
}
