import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTable } from '../tables/parse.ts';
import { writeCsv } from '../tables/write.ts';
import type { WritableWorkspace } from '../workspace/workspace.ts';
import { type ExchangeFormat, exportTexts } from './export.ts';
import { edited, fileOfText, french, mailFiles, mailWorkspace, textAt } from './fixture.ts';
import { importTexts } from './import.ts';
import { inlineText } from './xliff/text.ts';

// The same texts in every run: a test that fails now and then teaches nobody.
fc.configureGlobal({ seed: 20_260_301 });

const formats: readonly ExchangeFormat[] = ['xliff', 'csv'];

function sendOut(workspace: WritableWorkspace, format: ExchangeFormat, language = 'fr', all = false) {
  return exportTexts({ workspace, language, products: [], all, format });
}

function bringBack(workspace: WritableWorkspace, content: string) {
  return importTexts({ workspace, file: fileOfText(content), dryRun: false });
}

/** What a translator makes of a file: each text that lacks one gets a translation, made from its source. */
function fill(content: string, format: ExchangeFormat, translate: (source: string) => string): string {
  if (format === 'xliff') {
    return content.replaceAll(
      /<source>((?:(?!<\/source>)[\s\S])*)<\/source>\n +<\/segment>/g,
      (whole, source: string) => {
        const plain = source
          .replaceAll(/<cp hex="(\w+)"\/>/g, (_, hex: string) =>
            String.fromCodePoint(Number.parseInt(hex, 16)),
          )
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&amp;', '&');
        const target = `</source>\n        <target>${inlineText(translate(plain))}</target>`;
        return whole.replace('</source>', () => target);
      },
    );
  }
  const table = parseTable(fileOfText(content, 'back.csv'), { language: 'en' }).value!;
  const columns = table.header.map((cell) => cell.text);
  const rows = table.rows.map((row) => {
    const source = row.cell('source')!.text;
    return columns.map((column) =>
      column === 'text' ? row.cell('text')!.text || translate(source) : row.cell(column)!.text,
    );
  });
  return writeCsv(columns, rows);
}

const pieces = [
  'word ',
  'mot',
  ']]>',
  '<![CDATA[',
  '&amp;',
  '&',
  '<b>',
  '"',
  "'",
  ';',
  ',',
  '\n',
  '\t',
  ' ',
  '\u00A0',
  '\u202F',
  '\u202E',
  '\u200F',
  '\u0000',
  '\u001B',
  '\u0085',
  '\u2028',
  '\uFFFE',
  '😀',
  'é',
  '=1+1',
  '{page}',
  '--',
  '<?xml?>',
];
/** A text as a cell gives it back: with something in it, without outer white space. */
const text = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 })
  .map((found) => `x${found.join('')}x`);

function withActivities(texts: readonly string[]): WritableWorkspace {
  const rows = texts.map((source, i) => [`row-${i}`, 'use', source, '', 'RA', 'I']);
  const header = ['id', 'section', 'activity', 'note', 'customer', 'provider'];
  return mailWorkspace({ 'data/products/mail/matrix.csv': writeCsv(header, rows) });
}

function translationsIn(workspace: WritableWorkspace): Record<string, string> {
  const table = parseTable(workspace.read(french)!, { language: 'fr' }).value!;
  return Object.fromEntries(table.rows.map((row) => [row.cell('source')!.text, row.cell('text')!.text]));
}

describe.each(formats)('as %s', (format) => {
  test('what is sent out, filled in and brought back leaves nothing missing', () => {
    const workspace = mailWorkspace({ [french]: 'id,source,text,status\n,Web,,machine\n' });
    const { content, counts } = sendOut(workspace, format);
    expect(counts).toMatchObject({ missing: 8, stale: 0 });
    const result = bringBack(
      workspace,
      fill(content!, format, (source) => `FR ${source}`),
    );
    expect(result).toMatchObject({ remaining: 0, language: 'fr', counts: { added: 8, left: 0 } });
    expect(sendOut(workspace, format).content).toBeUndefined();
    expect(textAt(workspace, french)).toContain(',Web,FR Web,machine\n');
  });

  test('a language that was not begun comes back as a file of its own', () => {
    const workspace = mailWorkspace();
    const { content } = sendOut(workspace, format, 'nl');
    const filled = fill(content!, format, (source) => `NL ${source}`);
    expect(bringBack(workspace, filled)).toMatchObject({ language: 'nl', isBuilt: false, remaining: 0 });
    expect(textAt(workspace, 'data/translations/nl.csv')).toContain(
      '\nuse,Using the service,NL Using the service,',
    );
  });

  test('what comes back as it went changes not one byte', () => {
    const untidy = mailFiles[french]!.replaceAll('\n', '\r\n').replace(',Web,Web,', ' , Web,"Web" ,');
    const workspace = mailWorkspace({ [french]: `\uFEFF${untidy}` });
    const { content } = sendOut(workspace, format, 'fr', true);
    const result = bringBack(workspace, content!);
    expect(result).toMatchObject({ files: [], counts: { added: 0, changed: 0, confirmed: 0, left: 0 } });
    expect(textAt(workspace, french)).toBe(`\uFEFF${untidy}`);
  });

  test('no text is too hostile to go round', () => {
    const texts = fc.uniqueArray(fc.record({ source: text, target: text }), {
      selector: ({ source }) => source,
      minLength: 1,
      maxLength: 16,
    });
    fc.assert(
      fc.property(texts, (pairs) => {
        const workspace = withActivities(pairs.map(({ source }) => source));
        const targets = new Map(pairs.map(({ source, target }) => [source, target]));
        const { content } = sendOut(workspace, format);
        const result = bringBack(
          workspace,
          fill(content!, format, (source) => targets.get(source) ?? 'mot'),
        );
        expect(result.counts.left).toBe(0);
        expect(translationsIn(workspace)).toMatchObject(Object.fromEntries(targets));
        expect(result.remaining).toBe(0);
        const all = sendOut(workspace, format, 'fr', true).content!;
        expect(bringBack(workspace, all).files).toEqual([]);
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  test('is the same file every time', () => {
    expect(sendOut(mailWorkspace(), format, 'nl').content).toBe(
      sendOut(mailWorkspace(), format, 'nl').content,
    );
  });
});

test('a reworded phrase comes back into its own row, and leaves no orphan behind', () => {
  const files = edited('data/products/mail/matrix.csv', (matrix) =>
    matrix.replace('Restore what was lost', 'Restore what has been lost'),
  );
  const workspace = mailWorkspace(files);
  const { content } = sendOut(workspace, 'xliff');
  expect(content).toContain('<target>Restaurer ce qui a été perdu</target>\n        </mtc:match>');
  bringBack(
    workspace,
    fill(content!, 'xliff', () => 'Restaurer ce qui est perdu'),
  );
  expect(textAt(workspace, french)).toBe(
    mailFiles[french]!.replace(
      ',Restore what was lost,Restaurer ce qui a été perdu,machine',
      ',Restore what has been lost,Restaurer ce qui est perdu,machine',
    ),
  );
});
