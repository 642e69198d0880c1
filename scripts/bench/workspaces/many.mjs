// A workspace of many products, the same each time: sibling products of a provider, of whose rows a third is shared word
// for word, a third differs by a word or two, and a third is a product's own.
const rows = 60;
const sections = ['before', 'setup', 'use.daily', 'use.access', 'leave', 'end'];
const verbs = [
  'Manage',
  'Monitor',
  'Install',
  'Back up',
  'Restore',
  'Patch',
  'Encrypt',
  'Document',
  'Test',
  'Renew',
];
const verbsFr = [
  'Gérer',
  'Surveiller',
  'Installer',
  'Sauver',
  'Rétablir',
  'Corriger',
  'Chiffrer',
  'Décrire',
  'Tester',
  'Renouveler',
];
const things = [
  'servers',
  'mailboxes',
  'networks',
  'logs',
  'accounts',
  'licences',
  'certificates',
  'backups',
  'quotas',
  'alerts',
];
const thingsFr = [
  'serveurs',
  'boîtes',
  'réseaux',
  'journaux',
  'comptes',
  'licences',
  'certificats',
  'sauvegardes',
  'quotas',
  'alertes',
];
const places = [
  'platform',
  'service',
  'data centre',
  'control panel',
  'storage system',
  'operating system',
  'provider',
];
const placesFr = [
  'plateforme',
  'service',
  'centre de données',
  'espace client',
  'système de stockage',
  'système',
  'fournisseur',
];

/** The files of a workspace with so many products, each of 60 rows in English, translated into French. */
export function workspaceOf(products) {
  const next = randomFrom(20261121);
  const files = {
    'annex.yaml': 'format: 1\nlanguages: [en, fr]\n',
    'data/sections.csv': `section,title\nuse,Use\n${sections.map((key) => `${key},Section ${key}`).join('\n')}\n`,
  };
  const titles = ['use', ...sections].map((key) => (key === 'use' ? 'Use' : `Section ${key}`));
  const phrases = new Map(titles.map((title) => [title, `Partie ${title}`]));
  for (let product = 0; product < products; product++) {
    const id = `product-${product}`;
    const own = Array.from({ length: rows }, (_, row) => activity(row, product, next));
    files[`data/products/${id}/product.yaml`] =
      `name: Product ${product}\nedition: '1'\nupdated: 2026-03-01\n`;
    files[`data/products/${id}/matrix.csv`] = matrix(own, next);
    files[`data/products/${id}/translations/fr.csv`] = translations(own.slice(rows / 3), product);
    for (const { en, fr } of own.slice(0, rows / 3)) phrases.set(en, fr);
  }
  const shared = [...phrases].map(([source, text]) => `,"${source}","${text}",reviewed`);
  files['data/translations/fr.csv'] = `id,source,text,status\n${shared.join('\n')}\n`;
  return files;
}

function activity(row, product, next) {
  const [verb, thing, place] = [row % 10, Math.floor(row / 6), row % 7];
  const [en, fr] = [
    `${verbs[verb]} the ${things[thing]} of the ${places[place]}`,
    `${verbsFr[verb]} les ${thingsFr[thing]} : ${placesFr[place]}`,
  ];
  if (row < rows / 3)
    return {
      id: `row-${row}-of-all`,
      en: `${en}, every ${row + 2} days`,
      fr: `${fr}, tous les ${row + 2} jours`,
    };
  const word = `${things[next(10)]} ${places[next(7)]}`;
  if (row < (2 * rows) / 3)
    return { id: `row-${row}-of-some`, en: `${en}, ${word}, as agreed`, fr: `${fr}, ${word}, comme convenu` };
  const name = `p${product}r${row}`;
  return { id: `row-${row}-of-one`, en: `${en} ${name} ${word}`, fr: `${fr} ${name} ${word}` };
}

function matrix(own, next) {
  const lines = own.map(({ id, en }, row) => {
    const codes = next(50) === 0 ? 'RA,I' : 'I,RA';
    return `${id},${sections[row % sections.length]},"${en}",,${codes}`;
  });
  return `id,section,activity,note,customer,provider\n${lines.join('\n')}\n`;
}

function translations(own, product) {
  const lines = own.map(({ id, en, fr }) => `${id},"${en}","${fr}",reviewed`);
  return `id,source,text,status\nproduct.name,Product ${product},Produit ${product},reviewed\n${lines.join('\n')}\n`;
}

/** Whole numbers below a bound, the same for the same seed: a linear congruential generator. */
function randomFrom(seed) {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}
