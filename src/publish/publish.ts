import { covers, type PlannedArtifact, type Request } from '../plan/plan.ts';
import {
  checksumsFile,
  manifestFile,
  type PublishedArtifact,
  readManifest,
  writeChecksums,
  writeManifest,
} from './manifest.ts';
import { OutputFolder, sha256 } from './output-folder.ts';

/** What a build changed at the published paths. */
export type Publication = {
  readonly artifacts: readonly PublishedArtifact[];
  readonly made: readonly PublishedArtifact[];
  readonly kept: readonly PublishedArtifact[];
  readonly pruned: readonly string[];
};

/**
 * Publishes the artifacts of one build: stage them one by one as they are rendered, then commit once.
 *
 * Only files that an earlier manifest lists are ever pruned, and only those the request speaks of. What the request
 * covers and could not be made this time stays as it is, marked `kept`.
 */
export class Publisher {
  private readonly folder: OutputFolder;
  private readonly staged: PublishedArtifact[] = [];
  private readonly before: readonly PublishedArtifact[];

  constructor(root: string) {
    this.folder = new OutputFolder(root);
    this.folder.prepare();
    const manifest = this.folder.read(manifestFile);
    this.before = (manifest && readManifest(new TextDecoder().decode(manifest))?.artifacts) ?? [];
  }

  /** Writes an artifact out of sight. */
  stage(artifact: PlannedArtifact, bytes: Uint8Array): void {
    this.folder.stage(artifact.path, bytes);
    const { path, kind, product, language, edition, format, brand, draft } = artifact;
    this.staged.push({
      path,
      kind,
      product,
      language,
      edition,
      format,
      brand,
      state: draft ? 'draft' : 'built',
      bytes: bytes.length,
      sha256: sha256(bytes),
    });
  }

  /**
   * Puts everything in place: artifacts, then what is no longer wanted, then checksums, and the manifest last.
   *
   * @param failed says whether an artifact of an earlier build could not be made this time, and so is to be kept
   */
  commit(request: Request, failed: (artifact: PublishedArtifact) => boolean): Publication {
    const made = new Set(this.staged.map((artifact) => artifact.path));
    const earlier = this.before.filter((artifact) => !made.has(artifact.path));
    const outside = earlier.filter((artifact) => !covers(request, artifact));
    const inside = earlier.filter((artifact) => covers(request, artifact));
    const kept = inside
      .filter((artifact) => failed(artifact) && this.isIntact(artifact))
      .map((artifact) => ({ ...artifact, state: 'kept' as const }));
    const keptPaths = new Set(kept.map((artifact) => artifact.path));
    const pruned = inside.map((artifact) => artifact.path).filter((path) => !keptPaths.has(path));
    for (const path of made) this.folder.reveal(path);
    for (const path of pruned) this.folder.prune(path);
    const artifacts = [...outside, ...kept, ...this.staged];
    this.writeIndex(checksumsFile, writeChecksums(artifacts));
    this.writeIndex(manifestFile, writeManifest(artifacts));
    return { artifacts, made: this.staged, kept, pruned };
  }

  /** Clears away what was staged; without a commit every published path is as it was. */
  close(): void {
    this.folder.discard();
  }

  private isIntact(artifact: PublishedArtifact): boolean {
    const bytes = this.folder.read(artifact.path);
    return bytes !== undefined && sha256(bytes) === artifact.sha256;
  }

  private writeIndex(path: string, text: string): void {
    this.folder.stage(path, text);
    this.folder.reveal(path);
  }
}
