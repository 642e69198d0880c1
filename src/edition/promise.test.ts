import { describe, expect, it } from 'vitest';
import { assembleContent, assembleEdition } from '../catalogue/editions/assemble.ts';
import { openSources } from '../runs/opening/open.ts';
import { memoryWorkspace } from '../workspace/memory.ts';
import type { Edition } from './edition.ts';
import { findBreaches } from './promise.ts';

const files = {
  'annex.yaml': 'format: 1\nlanguages: [en, fr, de]\n',
  'data/sections.csv': 'section,title\nuse,Using the service\n',
  'data/products/mail/product.yaml':
    "name: Mail\nedition: '1'\nupdated: 2026-03-01\nlanguages: [en, fr]\nnotes: [One note]\n",
  'data/products/mail/matrix.csv':
    'id,section,activity,note,customer,provider\nbackup,use,Back up,At night,I,RA\nrestore,use,Restore,,RA,\n',
  'data/products/mail/translations/fr.csv':
    'id,source,text,status\nbackup,Back up,Sauvegarder,reviewed\nrestore,Restore,Restaurer,machine\n',
  'data/products/mail/translations/de.csv': 'id,source,text,status\nbackup,Back up,Sichern,machine\n',
};
type Path = keyof typeof files;

function open(changed: Partial<Record<Path, string>> = {}) {
  const { catalogue } = openSources(memoryWorkspace({ ...files, ...changed }));
  return { catalogue: catalogue!, product: catalogue!.products[0]! };
}

const first = open();
const released: Edition = {
  ...assembleEdition(first.catalogue, first.product, '1.0.0'),
  draft: false,
};

/** The breaches after a change in one file. */
function breachesAfter(path: Path, find: string, put: string) {
  expect(files[path]).toContain(find);
  const { catalogue, product } = open({ [path]: files[path].replace(find, put) });
  return findBreaches(assembleContent(catalogue, product), released);
}

const matrix = 'data/products/mail/matrix.csv';
const product = 'data/products/mail/product.yaml';
const french = 'data/products/mail/translations/fr.csv';

describe('a released edition', () => {
  it('is kept by the matrix that it was frozen from', () => {
    expect(findBreaches(assembleContent(first.catalogue, first.product), released)).toEqual([]);
  });

  it.each([
    ['a duty moves', matrix, 'Restore,,RA,', 'Restore,,,RA'],
    ['an activity is reworded', matrix, 'Restore,', 'Restore all,'],
    ['a note changes', matrix, 'At night', 'By day'],
    ['an activity joins', matrix, 'restore,', 'check,use,Check,,RA,\nrestore,'],
    ['an activity leaves', matrix, 'restore,use,Restore,,RA,\n', ''],
    ['a note of the product joins', product, '[One note]', '[One note, Another]'],
    ['a summary joins', product, 'notes:', 'summary: What it is.\nnotes:'],
    ['its date moves', product, '2026-03-01', '2026-04-01'],
    ['its label in the contract changes', product, 'notes:', "annex: '2'\nnotes:"],
    ['a section is named otherwise', 'data/sections.csv', 'Using the service', 'Use'],
    ['reviewed text changes', french, 'Sauvegarder', 'Conserver'],
  ] as const)('is broken when %s', (_, path, find, put) => {
    expect(breachesAfter(path, find, put)).not.toEqual([]);
  });

  it('names the language whose reviewed text was changed', () => {
    expect(breachesAfter(french, 'Sauvegarder', 'Conserver')).toEqual([
      { member: 'activities', language: 'fr' },
    ]);
  });

  it.each([
    ['machine text is reviewed', french, 'Restaurer,machine', 'Restaurer,reviewed'],
    ['machine text is corrected', french, 'Restaurer,machine', 'Remettre,reviewed'],
    ['machine text is translated anew', french, 'Restaurer', 'Remettre'],
    ['a language joins', product, '[en, fr]', '[en, fr, de]'],
    ['a language leaves', product, '[en, fr]', '[en]'],
  ] as const)('is kept when %s', (_, path, find, put) => {
    expect(breachesAfter(path, find, put)).toEqual([]);
  });

  it('is kept when a later version of the program warns of drafts in other words', () => {
    const words = {
      ...released.words,
      'draft-notice': { en: { text: 'A draft!', status: 'original' as const } },
    };
    const later = { ...assembleContent(first.catalogue, first.product), words };
    expect(findBreaches(later, released)).toEqual([]);
  });

  it('is broken when a dash means something else', () => {
    const words = {
      ...released.words,
      'legend-none': { en: { text: 'to be agreed', status: 'original' as const } },
    };
    const later = { ...assembleContent(first.catalogue, first.product), words };
    expect(findBreaches(later, released)).toEqual([{ member: 'words', language: 'en' }]);
  });
});
