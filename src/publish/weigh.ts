import { closeSync, openSync, readSync } from 'node:fs';
import type { PublishedArtifact } from './manifest.ts';
import { sha256 } from './output-folder.ts';

/** What the manifest says of a file's bytes. */
export type Weighed = Pick<PublishedArtifact, 'bytes' | 'sha256'>;

export function weigh(bytes: Uint8Array): Weighed {
  return { bytes: bytes.length, sha256: sha256(bytes) };
}

// One room for all files that are only weighed: a build looks at thousands, and V8 would have to let each of them go.
let room = Buffer.alloc(2 ** 18);

/** The file at a path, weighed; undefined where none can be read. */
export function weighFile(path: string): Weighed | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    return weigh(room.subarray(0, readInto(file)));
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Reads a file to its end, and says how long it is. */
function readInto(file: number): number {
  for (let length = 0; ; ) {
    if (length === room.length) room = Buffer.concat([room, Buffer.alloc(room.length)]);
    const more = readSync(file, room, length, room.length - length, null);
    if (more === 0) return length;
    length += more;
  }
}
