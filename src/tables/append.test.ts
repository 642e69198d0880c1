import { describe, expect, test } from 'vitest';
import { appendRows } from './append.ts';
import { parseTable } from './parse.ts';

const bytesOf = (text: string, encoding: BufferEncoding = 'utf8') =>
  new Uint8Array(Buffer.from(text, encoding));

function append(bytes: Uint8Array, ...rows: Readonly<Record<string, string>>[]) {
  const table = parseTable({ path: 'sections.csv', bytes }, { language: 'en' }).value!;
  return appendRows(bytes, table, rows);
}

const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

describe('rows put at the end of a file', () => {
  test('are written as the file is', () => {
    const bytes = bytesOf('title;section\r\nUse;use\r\n');
    const { value } = append(bytes, { section: 'end', title: 'At the end; after all' });
    expect(textOf(value)).toBe('title;section\r\nUse;use\r\n"At the end; after all";end\r\n');
  });

  test('begin on a line of their own where the file ends without a line break', () => {
    expect(textOf(append(bytesOf('section,title\nuse,Use'), { section: 'end' }).value)).toBe(
      'section,title\nuse,Use\nend,\n',
    );
  });

  test('keep the encoding, UTF-16 as well', () => {
    const { value } = append(bytesOf('\uFEFFsection,title\nuse,Use\n', 'utf16le'), {
      section: 'end',
      title: 'Été',
    });
    expect(Buffer.from(value!).toString('utf16le')).toBe('\uFEFFsection,title\nuse,Use\nend,Été\n');
  });

  test('are refused where the encoding lacks a letter', () => {
    const { value, diagnostics } = append(bytesOf('section,title\nuse,\xc9t\xe9\n', 'latin1'), {
      section: 'end',
      title: 'Łódź',
    });
    expect(value).toBeUndefined();
    expect(diagnostics[0]?.message).toContain('windows-1252');
  });
});
