import { describe, expect, test } from 'vitest';
import { type ExportOptions, exportTexts } from './export.ts';
import { edited, french, mailWorkspace } from './fixture.ts';

function send(options: Partial<ExportOptions>, files: Parameters<typeof mailWorkspace>[0] = {}) {
  const asked = { language: 'fr', products: [], all: false, format: 'csv', ...options } as const;
  return exportTexts({ workspace: mailWorkspace(files), ...asked });
}

const unwritten = { [french]: 'id,source,text,status\n' };
const german = edited('data/products/web/product.yaml', (text) => `${text}language: de\n`);
const inGerman = {
  ...german,
  ...edited('annex.yaml', (text) => text.replace('[en, fr]', '[en, fr, de]')),
};

describe('what is sent to a translator', () => {
  test('is nothing where nothing is missing or stale', () => {
    expect(send({})).toMatchObject({ content: undefined, whole: true });
  });

  test('may be the texts of one product, and what it shares with others', () => {
    const { content } = send({ products: ['web'] }, unwritten);
    expect(content).toContain(';Back up the service;');
    expect(content).toContain('\r\nuse;Using the service;');
    expect(content).not.toContain('Restore what was lost');
  });

  test('says where a phrase stands, and no more than the first of many places', () => {
    const more = Array.from({ length: 7 }, (_, i) => [
      [`data/products/more-${i}/product.yaml`, `name: More ${i}\nedition: 1\nupdated: 2026-03-01\n`],
      [
        `data/products/more-${i}/matrix.csv`,
        'id,section,activity,note,customer,provider\nbackup,use,Back up the service,,I,RA\n',
      ],
    ]).flat();
    const { content } = send({}, { ...unwritten, ...Object.fromEntries(more) });
    expect(content!.match(/;Back up the service;/g)).toHaveLength(1);
    expect(content).toContain('\nand 4 more"');
  });

  test('is in one language, which has to be named where there are several', () => {
    expect(() => send({}, { ...unwritten, ...inGerman })).toThrow('written in en and de');
    const { content } = send({ from: 'de' }, { ...unwritten, ...inGerman });
    expect(content).toContain(';Web;');
    expect(content).not.toContain(';Mail;');
  });

  test('leaves out what cannot be read, and says so', () => {
    const { whole, content } = send({}, { ...unwritten, 'data/products/web/product.yaml': 'name: [\n' });
    expect(whole).toBe(false);
    expect(content).not.toContain(';Web;');
  });
});

test('a language in which everything is written already is refused, and so is an unknown product', () => {
  expect(() => send({ language: 'en' })).toThrow("Everything here is written in 'en' itself.");
  expect(() => send({ products: ['webb'] })).toThrow("Did you mean 'web'?");
});

test('a workspace that cannot be read gives its findings and no file', () => {
  const { content, diagnostics } = send({}, { 'annex.yaml': 'format: 2\n' });
  expect(content).toBeUndefined();
  expect(diagnostics.map(({ rule }) => rule)).toEqual(['yaml-value']);
});
