import { type Diagnostic, error, warning } from '../diagnostics/diagnostic.ts';
import {
  checksumsFile,
  type Manifest,
  manifestFile,
  type PageFile,
  type PublishedArtifact,
  readManifest,
  writeChecksums,
  writeManifest,
} from './manifest.ts';
import { OutputFolder, sha256 } from './output-folder.ts';
import { readDeliveries } from './place/delivery.ts';
import { isBookkeeping } from './place/names.ts';
import { filesOf } from './place/plan.ts';

/** An artifact that the manifest lists, with its bytes; undefined where they are not there. */
export type FoundArtifact = PublishedArtifact & { readonly found: Uint8Array | undefined };

/** A file that the manifest lists, with its bytes. */
export type FoundFile = PageFile & Pick<FoundArtifact, 'found'>;

/** What an output folder holds, and where manifest, checksums and files disagree. */
export type Inspection = {
  readonly artifacts: readonly FoundArtifact[];
  readonly diagnostics: readonly Diagnostic[];
};

/** Reads the manifest of an output folder and holds it against the files and their checksums. */
export function inspectOutput(root: string): Inspection {
  const folder = new OutputFolder(root);
  const manifest = folder.readText(manifestFile);
  const read = manifest === undefined ? undefined : readManifest(manifest);
  if (read === undefined) return { artifacts: [], diagnostics: [noManifest(manifest)] };
  const artifacts = read.artifacts.map((artifact) => ({ ...artifact, found: folder.read(artifact.path) }));
  const page = read.page.map((file) => ({ ...file, found: folder.read(file.path) }));
  const files = [...artifacts, ...page];
  const listed = new Set([manifestFile, checksumsFile, ...files.map(({ path }) => path)]);
  // A place keeps what it showed before.
  const delivered = new Set(
    readDeliveries(folder)
      .flatMap(filesOf)
      .map(({ path }) => path),
  );
  return {
    artifacts,
    diagnostics: [
      ...inspectManifest(manifest!, read),
      ...(folder.readText(checksumsFile) === writeChecksums(files)
        ? []
        : [
            error('output-checksum', { file: checksumsFile }, 'The checksums are not those of the manifest.'),
          ]),
      ...files.flatMap(inspectFile),
      ...folder
        .list()
        .filter((path) => !listed.has(path) && !isBookkeeping(path) && !delivered.has(path))
        // Packs have a manifest of their own.
        .filter((path) => !path.startsWith('packs/'))
        .map((file) =>
          warning('output-unlisted', { file }, 'The manifest does not list this file: no build made it.'),
        ),
    ],
  };
}

/** Why there is nothing to inspect. */
export function noManifest(manifest: string | undefined): Diagnostic {
  return error(
    'output-manifest',
    { file: manifestFile },
    manifest === undefined ? 'There is no manifest here.' : 'This is no manifest of a build.',
    { hints: ['Is this an output folder? Name another with annex verify DIR, or run annex build.'] },
  );
}

/** Whether a manifest is as a build wrote it. */
export function inspectManifest(text: string, { artifacts, page }: Manifest): Diagnostic[] {
  if (text === writeManifest(artifacts, page)) return [];
  const message = 'The manifest was edited: a build writes it otherwise.';
  return [error('output-manifest', { file: manifestFile }, message)];
}

/** Holds a file against what the manifest says of it. */
export function inspectFile({ path, bytes, sha256: listed, found }: FoundFile): Diagnostic[] {
  const place = { file: path };
  if (found === undefined)
    return [error('output-missing', place, 'The manifest lists this file, and it is not there.')];
  if (found.length === bytes && sha256(found) === listed) return [];
  const message = `The file is not the one that was published: ${found.length} bytes, in the manifest ${bytes}; its checksum differs.`;
  return [error('output-checksum', place, message)];
}
