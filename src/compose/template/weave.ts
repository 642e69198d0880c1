import { writeAt } from '../markup/at.ts';
import type { Content, Program } from './ast.ts';
import { type Scan, scanMarkup } from './scan.ts';

/**
 * Weaves `at="file:line:column"` into every start tag of a parsed template, so that each element of the rendered
 * markup knows where it was written, through loops and partials. Changes the texts of the tree it is given.
 *
 * Line breaks and tabs of the template become spaces here, where they still can be told from those of the data:
 * a line feed left in the rendered markup was typed by a user and means a break.
 */
export function weavePlaces(program: Program, file: string, scan: Scan = scanMarkup(program)): void {
  const insertions = new Map<Content, { offset: number; text: string }[]>();
  for (const { content, offset, line, column } of scan.startTags) {
    const text = ` at="${writeAt({ file, line, column })}"`;
    insertions.set(content, [...(insertions.get(content) ?? []), { offset, text }]);
  }
  for (const content of contentsOf(program)) {
    content.value = insert(content.value, insertions.get(content) ?? []);
  }
}

function insert(value: string, insertions: readonly { offset: number; text: string }[]): string {
  let woven = '';
  let from = 0;
  for (const { offset, text } of insertions) {
    woven += value.slice(from, offset) + text;
    from = offset;
  }
  return (woven + value.slice(from)).replace(/[\t\r\n]/g, ' ');
}

function contentsOf(program: Program | undefined): Content[] {
  return (program?.body ?? []).flatMap((statement) => {
    if (statement.type === 'ContentStatement') return [statement];
    if (statement.type === 'BlockStatement')
      return [...contentsOf(statement.program), ...contentsOf(statement.inverse)];
    return [];
  });
}
