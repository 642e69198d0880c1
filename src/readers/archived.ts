import { unpackZip } from './zip.ts';

const mebi = 1024 * 1024;

/**
 * The PDFs of an archive of documents, as packs are given out, by path; undefined where the archive is a document itself, as
 * those of Office are. Throws Damaged.
 */
export function findArchivedPdfs(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | undefined {
  let isOffice = false;
  const wants = (path: string) => {
    isOffice ||= isOfOffice(path);
    return /\.pdf$/iu.test(path);
  };
  const pdfs = unpackZip(bytes, { bytes: 256 * mebi, wants });
  return isOffice ? undefined : pdfs;
}

function isOfOffice(path: string): boolean {
  return /^(?:\[Content_Types\]\.xml$|(?:xl|word|ppt)\/)/u.test(path);
}
