import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { faultOf } from './errno.ts';
import { WorkspaceFault } from './workspace.ts';

const chunkBytes = 128 * 1024;

/**
 * The bytes of a file that a user named, chunk by chunk: of a table too long to be held as a whole. Throws WorkspaceFault
 * where it cannot be read.
 */
export function* readChunksAt(path: string): Generator<Uint8Array> {
  const file = open(path);
  try {
    for (;;) {
      const chunk = new Uint8Array(chunkBytes);
      const length = readSync(file, chunk);
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } catch (thrown) {
    throw faultOf(path, 'read', thrown);
  } finally {
    closeSync(file);
  }
}

function open(path: string): number {
  try {
    const file = openSync(path, 'r');
    if (fstatSync(file).isFile()) return file;
    closeSync(file);
  } catch (thrown) {
    throw faultOf(path, 'read', thrown);
  }
  throw new WorkspaceFault(path, `'${path}' cannot be read: it is not a plain file.`);
}
