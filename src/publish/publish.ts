import { join } from 'node:path';
import { covers, type PlannedArtifact, type Request } from '../plan/plan.ts';
import {
  checksumsFile,
  manifestFile,
  type PageFile,
  type PublishedArtifact,
  readManifest,
  writeChecksums,
  writeManifest,
} from './manifest.ts';
import { OutputFolder } from './output-folder.ts';
import { type Weighed, weigh, weighFile } from './weigh.ts';

/** What a build changed at the published paths. */
export type Publication = {
  readonly artifacts: readonly PublishedArtifact[];
  readonly made: readonly PublishedArtifact[];
  /** What an earlier build made and would come out the same. */
  readonly unchanged: readonly PublishedArtifact[];
  readonly kept: readonly PublishedArtifact[];
  readonly pruned: readonly string[];
};

/** A file of the download page, as it will be published. */
export type NewFile = { readonly path: string; readonly bytes: Uint8Array };

/** Writes the download page over all that is published. */
export type WritePage = (artifacts: readonly PublishedArtifact[]) => readonly NewFile[];

/**
 * Publishes the artifacts of one build: stage them one by one as they are rendered, then commit once.
 *
 * Only files that an earlier manifest lists are ever pruned, and only those the request speaks of. What the request
 * covers and could not be made this time stays as it is, marked `kept`.
 */
export class Publisher {
  private readonly folder: OutputFolder;
  private readonly staged: PublishedArtifact[] = [];
  private readonly left: PublishedArtifact[] = [];
  private readonly weighed = new Map<string, Weighed>();
  private readonly before: readonly PublishedArtifact[];
  private readonly pageBefore: readonly PageFile[];

  constructor(root: string) {
    this.folder = new OutputFolder(root);
    this.folder.prepare();
    const manifest = readManifest(this.folder.readText(manifestFile) ?? '');
    this.before = manifest?.artifacts ?? [];
    this.pageBefore = manifest?.page ?? [];
  }

  /** The file at a path, weighed, or undefined where there is none. */
  weigh(path: string): Weighed | undefined {
    const weighed = this.weighed.get(path) ?? weighFile(join(this.folder.root, path));
    if (weighed !== undefined) this.weighed.set(path, weighed);
    return weighed;
  }

  /** Writes an artifact out of sight. */
  stage(artifact: PlannedArtifact, bytes: Uint8Array): void {
    this.folder.stage(artifact.path, bytes);
    this.staged.push(describe(artifact, weigh(bytes)));
  }

  /** Leaves an artifact of an earlier build as it is. */
  leave(artifact: PlannedArtifact): void {
    this.left.push(describe(artifact, this.weigh(artifact.path)!));
  }

  /** Writes a file that no manifest lists, for the next build. */
  remember(path: string, text: string): void {
    this.writeIndex(path, text);
  }

  /**
   * Puts everything in place: artifacts, the page that names them, then what is no longer wanted goes, then checksums, and
   * the manifest last.
   *
   * @param failed says whether an artifact of an earlier build could not be made this time, and so is to be kept
   */
  commit(
    request: Request,
    failed: (artifact: PublishedArtifact) => boolean,
    writePage: WritePage = () => [],
  ): Publication {
    const made = new Set(this.staged.map((artifact) => artifact.path));
    const standing = new Set([...made, ...this.left.map((artifact) => artifact.path)]);
    const earlier = this.before.filter((artifact) => !standing.has(artifact.path));
    const outside = earlier.filter((artifact) => !covers(request, artifact));
    const inside = earlier.filter((artifact) => covers(request, artifact));
    const kept = inside
      .filter((artifact) => failed(artifact) && this.isIntact(artifact))
      .map((artifact) => ({ ...artifact, state: 'kept' as const }));
    const keptPaths = new Set(kept.map((artifact) => artifact.path));
    const pruned = inside.map((artifact) => artifact.path).filter((path) => !keptPaths.has(path));
    const artifacts = [...outside, ...kept, ...this.left, ...this.staged];
    const files = writePage(artifacts);
    for (const path of made) this.folder.reveal(path);
    const page = files.map((file) => this.publishFile(file));
    const shown = new Set(page.map(({ path }) => path));
    const gone = this.pageBefore.map(({ path }) => path).filter((path) => !shown.has(path));
    for (const path of [...pruned, ...gone]) this.folder.prune(path);
    this.writeIndex(checksumsFile, writeChecksums([...artifacts, ...page]));
    this.writeIndex(manifestFile, writeManifest(artifacts, page));
    return { artifacts, made: this.staged, unchanged: this.left, kept, pruned };
  }

  /** Clears away what was staged; without a commit every published path is as it was. */
  close(): void {
    this.folder.discard();
  }

  private isIntact(artifact: PublishedArtifact): boolean {
    return weighFile(join(this.folder.root, artifact.path))?.sha256 === artifact.sha256;
  }

  /** Writes a file of the page, unless its bytes stand there already. */
  private publishFile({ path, bytes }: NewFile): PageFile {
    const weighed = weigh(bytes);
    if (this.weigh(path)?.sha256 !== weighed.sha256) {
      this.folder.stage(path, bytes);
      this.folder.reveal(path);
    }
    return { path, ...weighed };
  }

  private writeIndex(path: string, text: string): void {
    this.folder.stage(path, text);
    this.folder.reveal(path);
  }
}

function describe(artifact: PlannedArtifact, { bytes, sha256 }: Weighed): PublishedArtifact {
  const { path, kind, product, language, edition, format, brand, draft } = artifact;
  const state = draft ? 'draft' : 'built';
  return { path, kind, product, language, edition, format, brand, state, bytes, sha256 };
}
