import type { LineCounter, ParsedNode } from 'yaml';
import type { TextPlace } from '../../diagnostics/place.ts';

/** A YAML file as nodes that know their offsets; every scalar is the text that was written. */
export type YamlSource = {
  readonly file: string;
  readonly text: string;
  readonly lines: LineCounter;
  /** Null for an empty file. */
  readonly root: ParsedNode | null;
};

/** The place of a stretch of the text, no longer than its first line. */
export function placeAt(source: YamlSource, start: number, end: number): TextPlace {
  const { line, col } = source.lines.linePos(start);
  const firstLine = /^[^\r\n]*/.exec(source.text.slice(start, end))![0].trimEnd();
  return { file: source.file, line: Math.max(line, 1), column: Math.max(col, 1), length: firstLine.length };
}

/** A place in a text that no parser has seen yet. */
export function placeOfCharacter(file: string, text: string, offset: number): TextPlace {
  const before = text.slice(0, offset).split('\n');
  return { file, line: before.length, column: before.at(-1)!.length + 1, length: 1 };
}
