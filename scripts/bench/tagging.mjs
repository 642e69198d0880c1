// What tags cost: the same annex, laid out by the same code, painted by pdfmake without tags and by this program with
// them. In turn (A B A B ...) in one process, medians; only the ratios mean something.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const from = (path) => import(new URL(`../../dist/${path}`, import.meta.url));
const require = createRequire(import.meta.url);
const Renderer = require('pdfmake/js/Renderer.js').default;
const { localize } = await from('catalogue/localize.js');
const { composeAnnex } = await from('compose/annex/compose.js');
const { AnnexBuilder } = await from('formats/pdf/engine/builder.js');
const { AnnexPdf } = await from('formats/pdf/engine/document.js');
const { layOut } = await from('formats/pdf/layout/layout.js');
const { typeset } = await from('formats/pdf/typeset.js');
const { brandOn, openSources } = await from('open.js');

const rounds = Number(process.argv[2] ?? 25);
const documents = annexes();
const [tagged, untagged] = [[], []];
for (let round = -3; round < rounds; round++) {
  const document = documents[Math.abs(round) % documents.length];
  const measured = [await time(() => typeset(document)), await time(() => paintUntagged(document))];
  if (round < 0) continue;
  tagged.push(measured[0]);
  untagged.push(measured[1]);
}
const ratio = (key) => median(tagged.map((run, i) => run[key] / untagged[i][key])).toFixed(2);
console.log(`${rounds} rounds over ${documents.length} annexes, ratios tagged / untagged, medians`);
console.log(`time ${ratio('milliseconds')}   size ${ratio('bytes')}`);

/** The annexes of this repository's products in all languages, without the files they carry. */
function annexes() {
  const opened = openSources(fileURLToPath(new URL('../../', import.meta.url)));
  return opened.catalogue.products.flatMap((product) =>
    product.languages.map((language) => {
      const brand = brandOn(opened.catalogue, product.brand);
      return composeAnnex(localize(opened.catalogue, product, language), brand, opened.annexTemplates).value;
    }),
  );
}

async function paintUntagged(document) {
  const definition = layOut(document);
  const pdf = new AnnexPdf(definition);
  const pages = new AnnexBuilder(definition.page).build(definition, pdf);
  new Renderer(pdf, undefined).renderPages(pages);
  pdf.end();
  const chunks = [];
  for await (const chunk of pdf) chunks.push(chunk);
  return { bytes: Buffer.concat(chunks) };
}

async function time(run) {
  const start = performance.now();
  const { bytes } = await run();
  return { milliseconds: performance.now() - start, bytes: bytes.length };
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
