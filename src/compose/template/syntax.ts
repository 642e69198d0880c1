import { type Checked, checked, failed } from '../../diagnostics/checked.ts';
import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import type { TextPlace } from '../../diagnostics/place.ts';
import type { Program } from './ast.ts';
import { parseTemplate } from './environment.ts';

/** Parses a template; what Handlebars cannot read is a Diagnostic (`template-syntax`) at line and column. */
export function readTemplate(source: string, file: string): Checked<Program> {
  try {
    return checked(parseTemplate(source, file));
  } catch (fault) {
    if (!(fault instanceof Error)) throw fault;
    return failed(explainSyntaxFault(source, file, fault));
  }
}

function explainSyntaxFault(source: string, file: string, fault: Error): Diagnostic {
  const { lineNumber, column } = fault as Error & { lineNumber?: number; column?: number };
  if (lineNumber !== undefined && column !== undefined) {
    const reason = fault.message.replace(/ - \d+:\d+$/, '');
    return syntaxFault(
      { file, line: lineNumber, column: column + 1 },
      `The template cannot be read: ${reason}.`,
      [],
    );
  }
  if (fault.message.endsWith("got 'EOF'")) {
    const open = lastOpenBlock(source);
    if (open) {
      const place = { file, ...positionAt(source, open.offset), length: open.text.length };
      return syntaxFault(place, `${open.text} is not closed.`, [
        `Write {{/${open.name}}} where the block ends.`,
      ]);
    }
  }
  return syntaxFault(placeOfParseError(source, file, fault.message), describeParseError(fault.message), []);
}

function syntaxFault(place: TextPlace, message: string, hints: readonly string[]): Diagnostic {
  return error('template-syntax', place, message, { hints });
}

function lastOpenBlock(source: string): { name: string; text: string; offset: number } | undefined {
  const open: { name: string; text: string; offset: number }[] = [];
  for (const match of source.matchAll(/\{\{!--[\s\S]*?--\}\}|\{\{~?([#^/])\s*([^\s}~]+)[^}]*\}\}/g)) {
    const [text, sign, name] = match;
    if (sign === '/') open.pop();
    else if (sign && name) open.push({ name, text, offset: match.index });
  }
  return open.at(-1);
}

/**
 * Handlebars names the line, and shows some letters before and after the fault without their line breaks, with a
 * caret below: the column is found by looking for these letters on that line.
 */
function placeOfParseError(source: string, file: string, message: string): TextPlace {
  const [, lineText = '1', excerpt = '', dashes = ''] = /line (\d+):\n(.*)\n(-*)\^/.exec(message) ?? [];
  const line = Number(lineText);
  const shortened = excerpt.startsWith('...') ? 3 : 0;
  const before = excerpt.slice(shortened, dashes.length);
  const after = excerpt.slice(dashes.length).replace(/\.\.\.$/, '');
  const offsets: number[] = [];
  let flat = '';
  for (const [offset, letter] of [...source.matchAll(/[^\n]/g)].map(
    (match) => [match.index, match[0]] as const,
  )) {
    flat += letter;
    offsets.push(offset);
  }
  for (let at = flat.indexOf(before + after); at >= 0; at = flat.indexOf(before + after, at + 1)) {
    const position = positionAt(source, offsets[at + before.length] ?? source.length);
    if (position.line === line) return { file, ...position };
  }
  return { file, line, column: 1 };
}

function positionAt(source: string, offset: number): { line: number; column: number } {
  const lines = source.slice(0, offset).split('\n');
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}

const tokens: Readonly<Record<string, string>> = {
  EOF: 'the end of the file',
  CLOSE: "'}}'",
  CLOSE_SEXPR: "')'",
  CLOSE_UNESCAPED: "'}}}'",
  CLOSE_BLOCK_PARAMS: "'|'",
  OPEN_SEXPR: "'('",
  OPEN_ENDBLOCK: 'the end of a block that is not open',
  INVERSE: '{{else}} outside of a block',
  OPEN_INVERSE_CHAIN: '{{else}} outside of a block',
  EQUALS: "'='",
  SEP: "'.' or '/'",
};

function describeParseError(message: string): string {
  const got = /got '(\w+)'/.exec(message)?.[1] ?? '';
  if (got === 'INVALID') return "The template cannot be read from here on: perhaps a '}}' is missing.";
  return `The template cannot be read: ${tokens[got] ?? 'something unexpected'} was found here.`;
}
