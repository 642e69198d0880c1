/** A part of a file, both ends included, counted from 0. */
export type Range = { readonly first: number; readonly last: number };

/**
 * The part that a `Range` header asks for (RFC 9110, 14.2): `unsatisfiable` where the file has no such bytes; undefined,
 * which means the whole file, where the header is none, asks in another unit, or for several parts at once.
 */
export function readRange(header: string | undefined, size: number): Range | 'unsatisfiable' | undefined {
  const [, first = '', last = ''] = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  if (first === '') return lastBytes(Number(last), size);
  const from = Number(first);
  const to = last === '' ? size - 1 : Number(last);
  if (last !== '' && to < from) return undefined;
  return from >= size ? 'unsatisfiable' : { first: from, last: Math.min(to, size - 1) };
}

function lastBytes(count: number, size: number): Range | 'unsatisfiable' {
  return count === 0 || size === 0 ? 'unsatisfiable' : { first: Math.max(0, size - count), last: size - 1 };
}
