// Makes packs with Typst in this process: typst.mjs WORKSPACE FROM COUNT. What each says is composed before it is measured.
// Tells `{milliseconds, kilobytes}` of a pack, of processor time.
import { spent } from '../measuring/measure.mjs';
import { openArtifacts } from '../measuring/program.mjs';
import { contentOf } from '../pdf/content.mjs';
import { typstPress } from '../pdf/typst.mjs';
import { contractAt } from './contracts.mjs';

const [folder, first, count] = process.argv.slice(2);
const opened = await openArtifacts(folder, ['pdf']);
const press = typstPress('a-3a', 'pack.typ');
const contents = new Map();
const warmUp = 40;

let bytes = 0;
for (let i = 0; i < warmUp; i++) press(packAt(Number(first) + Number(count) + i));
const packs = Array.from({ length: Number(count) }, (_, i) => packAt(Number(first) + i));
const milliseconds = await spent(async () => {
  for (const pack of packs) bytes += press(pack).length;
});
console.log(
  JSON.stringify({ milliseconds: milliseconds / packs.length, kilobytes: bytes / packs.length / 1000 }),
);

function packAt(number) {
  const { id, customer, language, date, members } = contractAt(number);
  const annexes = members.map(({ product }) => contentIn(product, language));
  return {
    title: `${id} ${customer}`,
    brand: annexes[0].brand,
    language,
    date,
    cover: {
      above: `Annex to contract ${id}`,
      title: 'Who does what',
      below: annexes.map(({ product }) => product).join(', '),
      facts: [
        { label: 'Customer', value: customer },
        { label: 'Contract', value: id },
        { label: 'Date', value: date },
      ],
    },
    contents: 'Contents',
    members: annexes,
  };
}

/** What an annex says; the files that it carries are named after it, as those of a pack are. */
function contentIn(product, language) {
  const key = `${product} ${language}`;
  const known = contents.get(key) ?? compose(product, language);
  contents.set(key, known);
  return known;
}

function compose(product, language) {
  const artifact = opened.artifacts.find((one) => one.product === product && one.language === language);
  const content = contentOf(opened.compose(artifact).tree);
  const attachments = content.attachments.map((file) => ({ ...file, name: `${product}-${file.name}` }));
  return { ...content, attachments };
}
