/**
 * Every text of a page of this format, in its order: a cell, a heading, a paragraph each. Read back from what was
 * written, so that the proof sees what a reader of the file sees.
 */
export function paintedTexts(markdown: string): string[] {
  return markdown
    .replace(/^---\n.*?\n---\n/su, '')
    .split('\n')
    .flatMap((line) => (line.startsWith('|') ? readRow(line) : [readText(line.replace(block, ''))]))
    .filter((text) => text !== '');
}

// What a line begins with: an indent, and the signs of headings, quotations and lists.
const block = /^ *(?:#{1,6} |> ?|- |\d{1,9}\. )?/u;

/** The cells of a row; of the line under the head, none. */
export function readRow(line: string): string[] {
  if (/^\|(?: --- \|)+$/.test(line)) return [];
  return line
    .slice(1, -1)
    .split(/(?<=(?<!\\)(?:\\\\)*)\|/u)
    .map((cell) => readText(cell.trim()));
}

const markup = /\\([!-/:-@[-`{-~])|<br>|<\/?sup>|\*\*|\]\([^)]*\)|\[|&(amp|lt|gt);/gu;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };

/** A text as it shows: markup gone, escapes undone. */
export function readText(markdown: string): string {
  return markdown.replace(markup, (found, escaped?: string, entity?: string) => {
    if (escaped !== undefined) return escaped;
    if (entity !== undefined) return entities[entity]!;
    return found === '<br>' ? '\n' : '';
  });
}
