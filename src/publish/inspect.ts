import { type Diagnostic, error, warning } from '../diagnostics/diagnostic.ts';
import {
  checksumsFile,
  manifestFile,
  type PublishedArtifact,
  readManifest,
  writeChecksums,
  writeManifest,
} from './manifest.ts';
import { OutputFolder, sha256 } from './output-folder.ts';

/** An artifact that the manifest lists, with its bytes; undefined where they are not there. */
export type FoundArtifact = PublishedArtifact & { readonly found: Uint8Array | undefined };

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
  const listed = new Set([manifestFile, checksumsFile, ...artifacts.map(({ path }) => path)]);
  return {
    artifacts,
    diagnostics: [
      ...(manifest === writeManifest(read.artifacts)
        ? []
        : [
            error(
              'output-manifest',
              { file: manifestFile },
              'The manifest was edited: a build writes it otherwise.',
            ),
          ]),
      ...(folder.readText(checksumsFile) === writeChecksums(read.artifacts)
        ? []
        : [
            error('output-checksum', { file: checksumsFile }, 'The checksums are not those of the manifest.'),
          ]),
      ...artifacts.flatMap(inspectArtifact),
      ...folder
        .list()
        .filter((path) => !listed.has(path))
        .map((file) =>
          warning('output-unlisted', { file }, 'The manifest does not list this file: no build made it.'),
        ),
    ],
  };
}

function noManifest(manifest: string | undefined): Diagnostic {
  return error(
    'output-manifest',
    { file: manifestFile },
    manifest === undefined ? 'There is no manifest here.' : 'This is no manifest of a build.',
    { hints: ['Is this an output folder? Name another with annex verify DIR, or run annex build.'] },
  );
}

function inspectArtifact({ path, bytes, sha256: listed, found }: FoundArtifact): Diagnostic[] {
  const place = { file: path };
  if (found === undefined)
    return [error('output-missing', place, 'The manifest lists this file, and it is not there.')];
  if (found.length === bytes && sha256(found) === listed) return [];
  const message = `The file is not the one that was published: ${found.length} bytes, in the manifest ${bytes}; its checksum differs.`;
  return [error('output-checksum', place, message)];
}
