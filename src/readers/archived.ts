import { unpackZip } from './zip.ts';

const mebi = 1024 * 1024;

/** An archive of documents, as packs are given out. */
export type Archived = {
  /** The paths of all that it holds. */
  readonly paths: readonly string[];
  readonly pdfs: ReadonlyMap<string, Uint8Array>;
};

/** Opens an archive; undefined where it is a document itself, as those of Office are. Throws Damaged. */
export function openArchive(bytes: Uint8Array): Archived | undefined {
  const paths: string[] = [];
  const wants = (path: string) => {
    paths.push(path);
    return /\.pdf$/iu.test(path);
  };
  const pdfs = unpackZip(bytes, { bytes: 256 * mebi, wants });
  return paths.some(isOfOffice) ? undefined : { paths, pdfs };
}

function isOfOffice(path: string): boolean {
  return /^(?:\[Content_Types\]\.xml$|(?:xl|word|ppt)\/)/u.test(path);
}
