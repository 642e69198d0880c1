import type { TextPlace } from '../../diagnostics/place.ts';

/** Writes a place in a template as the `at` attribute carries it: `templates/annex.hbs:12:5`. */
export function writeAt(place: TextPlace): string {
  return `${place.file}:${place.line}:${place.column}`;
}

/** Reads an `at` attribute back. */
export function readAt(at: string): TextPlace {
  const [, file = at, line = '1', column = '1'] = /^(.*):(\d+):(\d+)$/.exec(at) ?? [];
  return { file, line: Number(line), column: Number(column) };
}
