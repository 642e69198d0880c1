/** Ways to look into finished files, for tests. */
import { inflateSync } from 'node:zlib';

/** The objects of a file by number, those in object streams unpacked; of a stream, its dictionary. */
export function readObjects(bytes: Uint8Array): Map<number, string> {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map<number, string>();
  for (const { number, dictionary, content } of streamsIn(file)) {
    objects.set(number, dictionary);
    const counted = /\/Type \/ObjStm \/N (\d+) \/First (\d+)/u.exec(dictionary);
    if (!counted) continue;
    const unpacked = inflateSync(content).toString('latin1');
    const first = Number(counted[2]);
    const index = unpacked.slice(0, first).trim().split(/\s+/u).map(Number);
    for (let i = 0; i < Number(counted[1]); i++) {
      const end = index[2 * i + 3];
      const body = unpacked.slice(first + index[2 * i + 1]!, end === undefined ? undefined : first + end);
      objects.set(index[2 * i]!, body.trim());
    }
  }
  return objects;
}

type FoundStream = { readonly number: number; readonly dictionary: string; readonly content: Buffer };

function streamsIn(file: string): FoundStream[] {
  const heads = [...file.matchAll(/(\d+) 0 obj\n(<<(?:(?!\nendobj)[\s\S])*?>>)\nstream\n/gu)];
  return heads.map((head) => {
    const start = head.index + head[0].length;
    const length = Number(/\/Length (\d+)/u.exec(head[2]!)![1]);
    const content = Buffer.from(file.slice(start, start + length), 'latin1');
    return { number: Number(head[1]), dictionary: head[2]!, content };
  });
}

/** The objects that hold an entry, such as `/Type /Page` or `/S /TD`. */
export function objectsWith(bytes: Uint8Array, entry: string): string[] {
  const wanted = new RegExp(`${entry.replaceAll('/', '\\/')}(?![\\w])`, 'u');
  return [...readObjects(bytes).values()].filter((object) => wanted.test(object));
}
