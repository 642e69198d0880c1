import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { unzip } from '../formats/xlsx/unzip.ts';
import { solidPng } from '../pictures/png/fixture.ts';
import { type ArtifactRequest, renderArtifact } from '../runs/building/render.ts';
import { memoryWorkspace } from '../workspace/memory.ts';
import { itWith, runProgram } from './programs.ts';

/* Brands that no case can hold, because their fonts and pictures are not to be copied into it. */
const require = createRequire(import.meta.url);
const scratch = mkdtempSync(join(tmpdir(), 'annex-brands-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const fontFile = (name: string): Uint8Array => readFileSync(require.resolve(`@expo-google-fonts/${name}`));
const folder = 'templates/brands/own';

const product = {
  'annex.yaml': 'format: 1\nbrand: own\n',
  'data/sections.csv': 'section,title\nuse,Using the service\n',
  'data/products/mail/product.yaml': 'name: Mail\nedition: 2026-03\nupdated: 2026-03-01\n',
  'data/products/mail/matrix.csv':
    'id,section,activity,note,customer,provider\nbackup,use,Back up the service,,I,RA\n',
};

const ownFonts = {
  [`${folder}/brand.yaml`]: `name: Own
legal: Own Ltd
fonts:
  heading: { regular: fonts/head.ttf, semibold: fonts/head-bold.ttf }
  body: { regular: fonts/text.ttf, semibold: fonts/text-bold.ttf }
`,
  [`${folder}/fonts/head.ttf`]: fontFile('bricolage-grotesque/400Regular/BricolageGrotesque_400Regular.ttf'),
  [`${folder}/fonts/head-bold.ttf`]: fontFile(
    'bricolage-grotesque/600SemiBold/BricolageGrotesque_600SemiBold.ttf',
  ),
  [`${folder}/fonts/text.ttf`]: fontFile('inter/400Regular/Inter_400Regular.ttf'),
  [`${folder}/fonts/text-bold.ttf`]: fontFile('inter/600SemiBold/Inter_600SemiBold.ttf'),
};

type Files = Readonly<Record<string, string | Uint8Array>>;

const plainBrand = (more: string): Files => ({
  [`${folder}/brand.yaml`]: `name: Own\nlegal: Own Ltd\n${more}`,
});

async function render(files: Files, wanted: Partial<ArtifactRequest> = {}): Promise<Uint8Array> {
  const request = { product: 'mail', language: 'en', ...wanted };
  const { value, diagnostics } = await renderArtifact(memoryWorkspace({ ...product, ...files }), request);
  expect(diagnostics).toEqual([]);
  return value!.bytes;
}

/** What another program says of a PDF. */
function ask(program: string, bytes: Uint8Array, ...options: string[]): string {
  const path = join(scratch, 'annex.pdf');
  writeFileSync(path, bytes);
  return runProgram(program, [...options, path, ...(program === 'pdftotext' ? ['-'] : [])]);
}

describe('a brand', () => {
  itWith('pdffonts', 'brings font files of its own', async () => {
    const fonts = ask('pdffonts', await render(ownFonts));
    for (const name of ['BricolageGrotesque-SemiBold', 'Inter-Regular', 'Inter-SemiBold']) {
      expect(fonts).toContain(name);
    }
    expect(fonts).not.toContain('Source');
  });

  itWith('pdfimages', 'has a PNG as its logo', async () => {
    const logo = solidPng(40, 20);
    const bytes = await render({ ...plainBrand('logo: mark.png\n'), [`${folder}/mark.png`]: logo });
    expect(ask('pdfimages', bytes, '-list')).toMatch(/image\s+40\s+20\s+rgb/u);
  });

  itWith('pdfimages', 'has an SVG as its logo, painted as shapes', async () => {
    const logo =
      '<svg width="100%" height="100%" viewBox="0 0 20 10"><path d="M0 0h20v10z" fill="#123456"/></svg>';
    const bytes = await render({ ...plainBrand('logo: mark.svg\n'), [`${folder}/mark.svg`]: logo });
    expect(ask('pdfimages', bytes, '-list').trim().split('\n')).toHaveLength(2);
    const plain = await render(plainBrand(''));
    expect(bytes.length).toBeGreaterThan(plain.length);
  });

  itWith('pdftotext', 'shows in other fonts what its own lack', async () => {
    const more = `footer: Ring ☎ us
fonts:
  fallback: [package:@expo-google-fonts/noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf]
`;
    const matrix = 'id,section,activity,note,customer,provider\nbackup,use,Mind the snow ☃ and ⚠️,,I,RA\n';
    const files = { ...plainBrand(more), 'data/products/mail/matrix.csv': matrix };
    const text = ask('pdftotext', await render(files), '-layout');
    expect(text).toMatch(/1\.1\s+Mind the snow ☃ and ⚠\s+I\s+R A/u);
    expect(text).toContain('Ring ☎ us');
  });
});

describe('Letter paper', () => {
  const letter = { 'annex.yaml': 'format: 1\nbrand: own\npaper: Letter\n' };

  itWith('pdfinfo', 'is the page of the annex, by brand or by workspace', async () => {
    for (const files of [plainBrand('paper: Letter\n'), { ...plainBrand(''), ...letter }]) {
      expect(ask('pdfinfo', await render(files))).toMatch(/Page size:\s+612 x 792 pts \(letter\)/u);
    }
    expect(ask('pdfinfo', await render(plainBrand('')))).toMatch(
      /Page size:\s+595\.28 x 841\.89 pts \(A4\)/u,
    );
  });

  it('is what every sheet of the workbook is printed on', async () => {
    // A sheet that carries data for programs is not made to be printed.
    const papersOf = async (files: Files): Promise<string[]> => {
      const parts = unzip(await render(files, { format: 'xlsx' }));
      return parts.flatMap(({ text }) => /<pageSetup [^>]*paperSize="(\d+)"/u.exec(text)?.[1] ?? []);
    };
    expect(await papersOf({ ...plainBrand(''), ...letter })).toEqual(['1', '1', '1']);
    expect(await papersOf(plainBrand(''))).toEqual(['9', '9', '9']);
  });
});

describe('a brand asked for in place of another', () => {
  it('is held against the texts that it is to show', async () => {
    const files = {
      ...product,
      ...plainBrand(''),
      'annex.yaml': 'format: 1\n',
      'data/products/mail/matrix.csv':
        'id,section,activity,note,customer,provider\nbackup,use,Mind ☃,,I,RA\n',
      'templates/brands/symbols/brand.yaml': `name: Symbols
legal: Symbols Ltd
fonts:
  fallback: [package:@expo-google-fonts/noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf]
`,
    };
    const request = { product: 'mail', language: 'en' };
    const plain = await renderArtifact(memoryWorkspace(files), { ...request, brand: 'own' });
    expect(plain.value).toBeUndefined();
    expect(plain.diagnostics.map(({ rule }) => rule)).toEqual(['glyph-missing']);
    const dressed = await renderArtifact(memoryWorkspace(files), { ...request, brand: 'symbols' });
    expect(dressed.value).toBeDefined();
  });
});
