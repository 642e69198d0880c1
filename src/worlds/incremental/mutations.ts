import { type Files, logo, sources } from './sources.ts';

/** A change of a workspace: files by path as they are then; undefined where a file goes. */
export type Mutation = Files;

const products = 'data/products';
const fontOf = (name: string): string =>
  `package:@expo-google-fonts/source-sans-3/${name}/SourceSans3_${name}.ttf`;

/** One change of every kind of source, by what it is. */
export const mutations: Readonly<Record<string, Mutation>> = {
  'a code': edit(`${products}/mail/matrix.csv`, ',RA,I,T-2', ',A,RI,T-2'),
  'a further column': edit(`${products}/mail/matrix.csv`, 'T-2', 'T-9'),
  'the order of rows': edit(
    `${products}/files/matrix.csv`,
    /(backup.*\n)(return.*\n)/,
    (_, first, second) => `${second}${first}`,
  ),
  'a row that goes': edit(`${products}/files/matrix.csv`, /return.*\n/, ''),
  'a text with its translations': {
    ...edit(`${products}/mail/matrix.csv`, 'At night', 'Every night'),
    ...edit('data/translations/fr.csv', 'At night,La nuit', 'Every night,Chaque nuit'),
    ...edit('data/translations/de.csv', 'At night,Nachts', 'Every night,Jede Nacht'),
  },
  'a French phrase of one product': edit('data/translations/fr.csv', 'Restituer', 'Rendre'),
  'a French phrase of both products': edit('data/translations/fr.csv', 'Sauvegarder', 'Copier'),
  'a phrase that nobody uses': edit('data/translations/fr.csv', /$/, ',Nothing,Rien,reviewed\n'),
  'whether a phrase was reviewed': edit('data/translations/de.csv', 'Nachts,reviewed', 'Nachts,machine'),
  'an exception of a product': {
    [`${products}/mail/translations/fr.csv`]:
      'id,source,text,status\nbackup,Back up,Mettre à l’abri,reviewed\n',
  },
  'a word of the templates': edit('data/wording.csv', 'No role', 'None'),
  'a French word of the templates': edit('data/translations/fr.csv', 'Aucun rôle', 'Sans rôle'),
  'the heading of a section': {
    ...edit('data/sections.csv', 'use.data,Data', 'use.data,All data'),
    ...edit('data/translations/fr.csv', 'Data,Données', 'All data,Toutes les données'),
    ...edit('data/translations/de.csv', 'Data,Daten', 'All data,Alle Daten'),
  },
  'the number of a section': edit(`${products}/files/sections.csv`, 'end,2', 'end,7'),
  'the name of a product': edit(`${products}/mail/product.yaml`, 'name: Mail', 'name: Data'),
  'the date of an edition': edit(`${products}/mail/product.yaml`, '2026-03-01', '2026-04-01'),
  'the name of an edition': edit(`${products}/mail/product.yaml`, "'1'", "'2'"),
  'the brand of a product': edit(`${products}/files/product.yaml`, 'south', 'north'),
  'a colour of a brand': edit('templates/brands/south/brand.yaml', '663F1D', '552F0D'),
  'a font of a brand': edit('templates/brands/south/brand.yaml', fontOf('400Regular'), fontOf('600SemiBold')),
  'a logo': { 'templates/brands/north/logo.svg': logo(12) },
  'a brand that nobody wears': {
    'templates/brands/west/brand.yaml': sources['templates/brands/south/brand.yaml'],
  },
  'the annex’s template': edit('templates/annex.hbs', '</annex>', '<p>{{product}}</p></annex>'),
  'a comment in a template': edit('templates/annex.hbs', '{{!--', '{{!-- By law. '),
  'the workbook’s template': edit('templates/workbook.hbs', '<sheet', '{{!-- The first. --}}<sheet'),
  'a partial of the annex': edit(
    'templates/partials/legend.hbs',
    '{{word "legend-title"}}',
    '{{word "legend-title"}}:',
  ),
  'a partial of the workbook': edit(
    'templates/partials/workbook-footer.hbs',
    '{{reference}}',
    '{{reference}}.',
  ),
  'a partial that goes': { 'templates/partials/legend.hbs': undefined },
  'the paper': edit('annex.yaml', /$/, 'paper: Letter\n'),
  'a format that goes': edit('annex.yaml', ', md]', ']'),
  'a language that goes': edit('annex.yaml', 'en, fr, de', 'en, fr'),
  'what a party is called': edit(
    'annex.yaml',
    /$/,
    'parties:\n  - { id: customer, name: Customer }\n  - { id: provider, name: Host, short: Host }\n',
    edit('data/translations/fr.csv', /$/, ',Host,Hébergeur,reviewed\n'),
    edit('data/translations/de.csv', /$/, ',Host,Betreiber,reviewed\n'),
  ),
  'the weight of a rule': edit('annex.yaml', /$/, 'rules: { party-idle: off }\n'),
  'a forbidden term': edit('data/glossary.csv', 'Épargner', 'Sauver'),
  'a product that joins': {
    [`${products}/extra/product.yaml`]: sources[`${products}/mail/product.yaml`],
    [`${products}/extra/matrix.csv`]: sources[`${products}/mail/matrix.csv`],
  },
  'a product that goes': {
    [`${products}/files/product.yaml`]: undefined,
    [`${products}/files/matrix.csv`]: undefined,
    [`${products}/files/sections.csv`]: undefined,
  },
};

type Replacer = string | ((...match: string[]) => string);

function edit(
  path: string,
  find: string | RegExp,
  replace: Replacer,
  ...more: readonly Mutation[]
): Mutation {
  const before = sources[path]!;
  const after = before.replace(find, replace as string);
  if (after === before) throw new Error(`Nothing to change in ${path}: ${find}.`);
  return Object.assign({ [path]: after }, ...more);
}
