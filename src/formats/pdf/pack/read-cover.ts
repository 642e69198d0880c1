import { inflateSync } from 'node:zlib';
import type { DocumentFont } from '../engine/fonts.ts';
import { latin1 } from '../writer/file.ts';

/** What the glyph of a font says that has a code. */
type Said = (code: number) => string | undefined;

/**
 * Reads the cover of a pack from its bytes: what stands behind the body in the file. It knows the operators that this
 * program paints text by, and nothing of what was meant to be painted. One text for each place where text begins.
 */
export function readCover(piece: Uint8Array, fonts: ReadonlyMap<string, DocumentFont>): string[] {
  const said = new Map(
    [...fonts.values()].map(({ id, embedded }) => [id, (code: number) => embedded.said(code)]),
  );
  return streamsOf(Buffer.from(piece).toString('latin1')).flatMap((content) => readText(content, said));
}

/** The unpacked streams of pages: those whose dictionaries say nothing but how they are packed. */
function streamsOf(piece: string): string[] {
  const streams: string[] = [];
  const opening = /\d+ 0 obj\n<<([^>]*)>>\nstream\n/gu;
  for (let found = opening.exec(piece); found !== null; found = opening.exec(piece)) {
    const [, dictionary] = found;
    const length = Number(/\/Length (\d+)/u.exec(dictionary!)?.[1]);
    const start = opening.lastIndex;
    opening.lastIndex = start + length;
    if (/\/Type|\/Subtype/u.test(dictionary!)) continue;
    streams.push(inflateSync(latin1(piece.slice(start, start + length))).toString('latin1'));
  }
  return streams;
}

const operator =
  /\/ActualText (<[0-9a-f]*>|\((?:\\.|[^\\)])*\))|(EMC)|\/(F\d+) [\d.]+ Tf|(?:-?[\d.]+ ){6}(Tm)|\[(.*)\] TJ/gu;

function readText(content: string, said: ReadonlyMap<string, Said>): string[] {
  const texts: string[] = [];
  let font: Said = () => undefined;
  let meant: string | undefined;
  const say = (text: string): void => {
    texts.push(`${texts.pop() ?? ''}${text}`);
  };
  for (const [, actual, end, name, move, shown] of content.matchAll(operator)) {
    if (name !== undefined) font = said.get(name) ?? (() => undefined);
    else if (move !== undefined) texts.push('');
    else if (actual !== undefined) meant = readOperand(actual);
    else if (end !== undefined) {
      if (meant !== undefined) say(meant);
      meant = undefined;
    } else if (shown !== undefined && meant === undefined) say(readGlyphs(shown, font));
  }
  return texts;
}

function readGlyphs(shown: string, said: Said): string {
  let text = '';
  for (const [, string] of shown.matchAll(/\(((?:\\.|[^\\)])*)\)/gu)) {
    const bytes = string!.replace(/\\(.)/gu, (_, escaped: string) => lineEnds[escaped] ?? escaped);
    for (let at = 0; at < bytes.length; at += 2) {
      text += said(bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1)) ?? '\ufffd';
    }
  }
  return text;
}

const lineEnds: Readonly<Record<string, string>> = { n: '\n', r: '\r' };

/** The reverse of `textOperand`. */
function readOperand(operand: string): string {
  if (operand.startsWith('(')) return operand.slice(1, -1).replace(/\\(.)/gu, '$1');
  return Buffer.from(operand.slice(1, -1), 'hex')
    .swap16()
    .toString('utf16le')
    .replace(/^\ufeff/u, '');
}
