import { describe, expect, it } from 'vitest';
import { assembleEdition } from '../catalogue/editions/assemble.ts';
import { openSources } from '../runs/opening/open.ts';
import { memoryWorkspace } from '../workspace/memory.ts';
import { digestOf } from './digest.ts';
import { excerptEdition } from './excerpt.ts';
import { readEdition } from './read.ts';
import { writeEdition } from './write.ts';

const translated = (language: string, mail: string) => ({
  [`data/translations/${language}.csv`]: `id,source,text,status\n,Mail,${mail},reviewed\n`,
});

function editionWith(french: string) {
  const files = {
    'annex.yaml': 'format: 1\nlanguages: [en, de, fr]\n',
    'data/products/mail/product.yaml': "name: Mail\nedition: '1'\nupdated: 2026-03-01\n",
    'data/products/mail/matrix.csv':
      'id,section,activity,customer,provider\nbackup,usage.data,Back up,I,AR\n',
    ...translated('de', 'Post'),
    ...translated('fr', french),
  };
  const { catalogue } = openSources(memoryWorkspace(files));
  return assembleEdition(catalogue!, catalogue!.products[0]!, '1.2.3');
}

describe('an excerpt of an edition', () => {
  const edition = editionWith('Courriel');

  it('has all rows and codes, and the texts of its language and of the one that prevails', () => {
    const excerpt = excerptEdition(edition, 'fr');
    expect(excerpt.languages).toEqual(['en', 'fr']);
    expect(excerpt.name).toEqual({ en: edition.name.en, fr: edition.name.fr });
    expect(excerpt.activities.map(({ codes }) => codes)).toEqual(
      edition.activities.map(({ codes }) => codes),
    );
    expect(JSON.stringify(excerptEdition(edition, 'en'))).not.toContain('"fr"');
  });

  it('changes with its own language, and not with another', () => {
    const reworded = editionWith('Messagerie');
    expect(excerptEdition(reworded, 'de')).toEqual(excerptEdition(edition, 'de'));
    expect(excerptEdition(reworded, 'en')).toEqual(excerptEdition(edition, 'en'));
    expect(excerptEdition(reworded, 'fr').digest).not.toBe(excerptEdition(edition, 'fr').digest);
  });

  it('is an edition, with a digest of its own, and its own excerpt', () => {
    const excerpt = excerptEdition(edition, 'fr');
    expect(excerpt.digest).toBe(digestOf(excerpt));
    expect(readEdition(writeEdition(excerpt), 'x')).toEqual({ value: excerpt, diagnostics: [] });
    expect(excerptEdition(excerpt, 'fr')).toEqual(excerpt);
  });
});
