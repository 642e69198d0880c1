// Writes a workspace whose annexes have everything that a PDF may stumble over. Nothing in it is random.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const parties = ['customer', 'reseller', 'provider', 'datacentre'];
const held = ['R', '', 'A/R', 'S', 'C', 'I', '', 'RASCI', 'A'];

const annex = `format: 1
codes: RASCI
languages: [en]
formats: [pdf]
brand: torture
parties:
  - {id: customer, name: Customer}
  - {id: reseller, name: Reseller}
  - {id: provider, name: Provider}
  - {id: datacentre, name: Data centre, short: DC}
# Every fault that these texts are made of may pass here: what is looked at is the PDF.
rules:
${['glyph-missing', 'accountable-missing', 'responsible-missing', 'accountable-several']
  .map((rule) => `  ${rule}: off`)
  .join('\n')}
`;

const brand = `name: Torture & Söhne <Ltd> "™"
legal: Torture & Söhne <Ltd> "™" \\(Roubaix\\)
logo: logo.svg
footer: A & B < C > D
fonts:
  fallback: [package:@expo-google-fonts/noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf]
cover: block
`;

const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">
  <defs><linearGradient id="g"><stop offset="0" stop-color="#1D3F66"/><stop offset="1" stop-color="#F26A1B" stop-opacity="0.4"/></linearGradient></defs>
  <rect width="40" height="20" fill="url(#g)"/><g opacity="0.5"><circle cx="10" cy="10" r="8" fill="#fff"/></g>
</svg>
`;

const words = (count, letter) => Array.from({ length: count }, (_, i) => `${letter}${i}`).join(' ');

/** Activities that PDF writers get wrong. */
const hostile = {
  markup: 'Write <b>&amp;</b> & "quotes" \'n\' {{braces}} %d %s \\n ( ) \\( [ ] /Name << >> endstream endobj',
  formula: '=HYPERLINK("http://x.example","y")',
  long: words(3000, 'w'),
  wide: `Handle ${'Wide'.repeat(35)} and ${'wide-'.repeat(28)}and go on`,
  soft: 'Be\u00adsei\u00adti\u00adgen Ver\u00adant\u00adwort\u00adlich\u00adkeits\u00admatrix '
    .repeat(9)
    .trim(),
  broken: 'First line\nsecond line\n\nfourth line',
  spaces: 'No-break\u00a0space, narrow\u202fspace, thin\u2009space, word\u2060joiner, 2026\u201103',
  accents:
    'Ĳssel, Ångström, Trần Hưng Đạo, Łódź, İstanbul, ǖ ạ̈ e\u0301 o\u0302\u0323 x\u0331\u0308, ﬁ ﬂ ﬀ, ½ ⅔ №',
  scripts: 'Ελληνικά ά, Кириллица й, עברית, العربية, ไทย, 日本語, 한국어, हिन्दी',
  symbols: 'Ohm Ω Ω, micro µ μ, kelvin K K, minus − - ‐ ‑ – —, ☂ ✓ ⚠ ➜, 👩‍👩‍👧 🇫🇷 😀 \ud835\udcd0',
  ligatures: 'office affluent fjord Thfix st ct, 1st 2nd 3rd, 1er, H2O, x² ¹²³',
  url: 'See https://example.org/a?b=c&d=e#f%20g and mailto:a@b.example',
  unknown: 'Private \ue000 \uf8ff, unassigned \u0378, replacement \ufffd, tag \u{e0041}',
};

const template = `<annex title="{{product}} &amp; &lt; &gt; &quot; é – 日" subject="\\( ( ) &amp; &lt; &gt;">
  <running-header><left>{{product}}</left><right>Edition {{edition}}</right></running-header>
  <running-footer>
    <left><a href="https://example.org/">{{reference}}</a></left>
    <right><page-of text="Page {page} of {pages}"/></right>
  </running-footer>
  <cover><masthead name="{{brand.name}}" label="Annex (2)"/><h1>{{product}}</h1>{{> facts}}</cover>
  {{> notices}}
  {{> legend}}
  <section>
    <h4 number="A.1">A heading that skips levels</h4>
    <img src="logo" alt="A gradient &amp; a &lt;disc&gt;"/>
    <p>In German: <span lang="de">eine <strong>Passage</strong> mit <a href="https://de.example/ü?q=ß">Verweis</a></span>,
       and <a href="https://example.org/{{product}}">${'a link that goes on and on '.repeat(12)}</a>.<br/>A second line.</p>
    <p></p>
    <p><a href="https://empty.example/"></a></p>
    <ul><li>One</li><li><p>Two</p><ol><li>Two point one</li><li></li></ol></li></ul>
    <h2>Back up again</h2>
    <h6>And down</h6>
  </section>
  {{#each sections}}{{> matrix-section parties=../parties}}{{/each}}
  {{> notes}}
  <table class="notes"><colgroup><col/><col/></colgroup><tbody><tr><td></td><td></td></tr></tbody></table>
  <p class="end">{{word "annex-end" count=(numeral activityCount)}}</p>
</annex>
`;

/**
 * Writes the workspace into an empty folder. `reword` gives each hostile text another wording, and with it the row
 * other codes: what a change annex sets side by side.
 */
export function writeTorture(folder, reword) {
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('annex.yaml', annex);
  write('templates/annex.hbs', template);
  write('templates/brands/torture/brand.yaml', brand);
  write('templates/brands/torture/logo.svg', logo);
  write(
    'data/sections.csv',
    'section,title\nuse,Using & <not using>\nuse.daily,"Day-to-day ""running"""\nuse.access,Access\n',
  );
  writeProduct(write, 'many', 'Many rows', manyRows());
  writeProduct(write, 'hostile', 'Hostile & <texts> "é" \\(x', hostileRows(reword));
}

function writeProduct(write, id, name, rows) {
  const head = ['id', 'section', 'activity', 'note', ...parties];
  const product = {
    name,
    edition: '1',
    updated: '2026-03-01',
    summary: hostile.markup,
    notes: [hostile.scripts, hostile.symbols],
    links: [{ text: 'A link & more', url: 'https://example.org/a?b=c&d=(e)' }],
  };
  // JSON is YAML.
  write(`data/products/${id}/product.yaml`, `${JSON.stringify(product, null, 2)}\n`);
  write(`data/products/${id}/matrix.csv`, [head, ...rows].map((row) => row.map(quote).join(',')).join('\n'));
}

function quote(cell) {
  return `"${cell.replaceAll('"', '""')}"`;
}

function manyRows() {
  return Array.from({ length: 1500 }, (_, i) => [
    `row-${i + 1}`,
    i < 900 ? 'use.daily' : 'use.access',
    `Look after piece ${i + 1} of the service${i % 3 === 0 ? ', and write down who asked for it and when' : ''}`,
    i % 50 === 0 ? `About piece ${i + 1}.` : '',
    ...codesOf(i),
  ]);
}

function hostileRows(reword) {
  return Object.entries(hostile).map(([id, text], i) => [
    id,
    i % 2 === 0 ? 'use.daily' : 'use.access',
    reword ? reword(text) : text,
    i % 4 === 0 ? text.slice(0, 400) : '',
    ...codesOf(reword ? i + 1 : i),
  ]);
}

function codesOf(row) {
  return parties.map((_, party) => held[(row * 4 + party) % held.length]);
}
