/** The one small file that says what a place shows; it is written last. */
export const latestFile = 'latest.json';
/** Which documents a place showed at other times: a reader may still have one of them. */
export const earlierFile = 'earlier.json';
/** The file that people open: nothing of a page is seen before it is there. */
export const pageFile = 'index.html';

const manifestName = /^manifests\/(\d{6,9})(?:-\d{4}-\d{2}-\d{2})?\.json$/;
const objectName = /^objects\/[0-9a-f]\/[0-9a-f]{64}$/;

/** `manifests/000012-2026-11-21.json`: a number, so that names sort as deliveries follow each other; the day is for people. */
export function deliveryName(number: number, date: string | undefined): string {
  return `manifests/${String(number).padStart(6, '0')}${date === undefined ? '' : `-${date}`}.json`;
}

/** The number in the name of a delivery; undefined where it is none. */
export function numberIn(name: string): number | undefined {
  const number = manifestName.exec(name)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** Where bytes are set aside that no longer stand at their path: sixteen folders, the same ones every night. */
export function objectPath(sha256: string): string {
  return `objects/${sha256[0]}/${sha256}`;
}

/** Whether a place keeps a file under this path for its own bookkeeping. */
export function isBookkeeping(path: string): boolean {
  return path === latestFile || path === earlierFile || manifestName.test(path) || objectName.test(path);
}
