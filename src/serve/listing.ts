import {
  checksumsFile,
  manifestFile,
  type PageFile,
  readManifest,
  writeChecksums,
} from '../publish/manifest.ts';
import { OutputFolder } from '../publish/output-folder.ts';
import { readShown } from '../publish/place/delivery.ts';
import { readEarlierPaths, writeEarlier } from '../publish/place/earlier.ts';
import { earlierFile, latestFile } from '../publish/place/names.ts';
import { Place } from '../publish/place/place.ts';
import { filesOf } from '../publish/place/plan.ts';

/** All that a folder has for readers. What is not listed is not there for them, whatever lies in the folder. */
export type Listing = {
  /** Files that say what there is, by path. */
  readonly indexes: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, PageFile>;
  /** Paths whose bytes are there to stay. */
  readonly lasting: ReadonlySet<string>;
  /** The bytes of a listed file as they are now, which may be others than those that the manifest names. */
  readonly read: (file: PageFile) => Uint8Array | undefined;
};

/** The listing of a place that `annex publish` wrote, else of an output folder; undefined where there is neither. */
export function readListing(root: string): Listing | undefined {
  const folder = new OutputFolder(root);
  return listPlace(folder) ?? listOutput(folder);
}

/** A page's parts are named by their content: other bytes would have another name. */
const namedByContent = /^page\/[\w-]+-[0-9a-f]{12,64}\.\w+$/;

function listOutput(folder: OutputFolder): Listing | undefined {
  const text = folder.readText(manifestFile);
  const manifest = text === undefined ? undefined : readManifest(text);
  if (text === undefined || manifest === undefined) return undefined;
  const files = filesOf({ manifest });
  const paths = files.map(({ path }) => path);
  return {
    indexes: new Map([
      [manifestFile, text],
      [checksumsFile, writeChecksums(files)],
      // An output folder had no deliveries; the page asks, and a browser would complain of an address that is not there.
      [earlierFile, writeEarlier([], manifest)],
    ]),
    files: byPath(files),
    // The next build may put other bytes at any address that does not tell its content.
    lasting: new Set(paths.filter((path) => namedByContent.test(path))),
    read: ({ path }) => folder.read(path),
  };
}

/** One whole delivery, even while another one is being written: what its paths no longer hold was set aside. */
function listPlace(folder: OutputFolder): Listing | undefined {
  const shown = readShown(folder);
  if (shown === undefined) return undefined;
  const files = filesOf(shown);
  const place = new Place(folder);
  // Whoever opened the page before the last switch still asks for what that one named.
  const before = place.deliveries().flatMap(filesOf);
  const earlier = folder.readText(earlierFile);
  const released = shown.manifest.artifacts.filter(({ state }) => state === 'built').map(({ path }) => path);
  // Who forced other bytes to a released address may do it again.
  const changed = readEarlierPaths(earlier ?? '');
  return {
    indexes: new Map([
      [manifestFile, shown.text],
      [checksumsFile, writeChecksums(files)],
      [shown.name, shown.text],
      ...[latestFile, earlierFile].flatMap((path) => {
        const text = folder.readText(path);
        return text === undefined ? [] : [[path, text] as const];
      }),
    ]),
    files: byPath([...before, ...files]),
    lasting: new Set([
      ...released.filter((path) => !changed.has(path)),
      ...[...before, ...files].map(({ path }) => path).filter((path) => namedByContent.test(path)),
    ]),
    read: (file) => place.read(file),
  };
}

function byPath(files: readonly PageFile[]): ReadonlyMap<string, PageFile> {
  return new Map(files.map((file) => [file.path, file]));
}
