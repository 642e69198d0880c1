/** What is kept of a file elsewhere (its table, its template, the font in it) is kept by the object that its bytes are. */
const familiar = new Map<string, Uint8Array>();
let isLearning = false;

/** From here on, files that are read are learned by heart, under their paths, until `stop` is called. */
export function learnFiles(): { readonly stop: () => void } {
  isLearning = true;
  return {
    stop() {
      isLearning = false;
    },
  };
}

/**
 * The bytes of a file that was just read: where they are those that were learned under its path, then the very object of
 * that time, so that all that was made of it is found again. A file that has changed is another.
 */
export function recognise(path: string, bytes: Uint8Array): Uint8Array {
  if (isLearning) familiar.set(path, bytes);
  const known = familiar.get(path);
  return known !== undefined && Buffer.compare(known, bytes) === 0 ? known : bytes;
}
