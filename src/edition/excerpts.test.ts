import { describe, expect, it } from 'vitest';
import { digestOf } from './digest.ts';
import type { Edition, EditionContent, Texts } from './edition.ts';
import { excerptEdition } from './excerpt.ts';
import { Excerpts } from './excerpts.ts';
import { writeEdition } from './write.ts';

/** In three languages; the third says nothing of its own where `texts` has only two. */
const said = (en: string, fr: string): Texts => ({
  en: { text: en, status: 'original' },
  fr: { text: fr, status: 'stale', source: `once ${en}` },
  'de-AT': { source: 'early', status: 'machine', text: `${en} deutsch` },
});

function editionOf(content: Partial<EditionContent>): Edition {
  const whole: EditionContent = {
    format: 1,
    product: 'mail',
    name: said('Mail', 'Courriel'),
    edition: '1',
    date: '2026-03-01',
    reference: 'M-RM',
    language: 'en',
    languages: ['en', 'fr', 'de-AT'],
    parties: [{ id: 'customer', name: said('Customer', 'Client'), short: said('C', 'C') }],
    codeSet: 'raci',
    codes: [{ sign: 'R', role: 'responsible', name: said('R', 'R'), meaning: said('does', 'fait') }],
    sections: [{ key: 'usage', number: '1', title: said('Usage', 'Emploi') }],
    activities: [
      {
        id: 'backup',
        clause: '1.1',
        section: 'usage',
        activity: said('Back "up"\n', 'Sauvegarder'),
        note: said('', '\u0000'),
        codes: { customer: ['R'] },
        extras: { price: '\u00001\u0000\u0000' },
      },
    ],
    notes: [said('\u00000\u0000\u0000', '\u2028')],
    links: [{ text: { fr: { text: 'ici', status: 'original' } }, url: 'https://example.com/\u0000' }],
    words: { 'legend-none': {}, other: { it: { text: 'altro', status: 'original' } } },
    ...content,
  };
  return {
    ...whole,
    about: 'about',
    program: { name: 'A', version: '1' },
    digest: digestOf(whole),
    draft: true,
  };
}

describe('the excerpts of an edition', () => {
  const plain = editionOf({});
  const prevailingLater = editionOf({ language: 'fr', languages: ['en', 'fr'], summary: said('a', 'b') });
  const without = editionOf({ parties: [], codes: [], sections: [], activities: [], notes: [], links: [] });

  it.each([
    ['plain', plain],
    ['whose prevailing language is not the first', prevailingLater],
    ['with nothing in it', without],
    ['that is an excerpt itself', excerptEdition(plain, 'fr')],
  ])('are written as one by one: an edition %s', (_, edition) => {
    const excerpts = new Excerpts(edition);
    for (const language of ['fr', 'en', 'de-AT', 'fr', 'it', 'xx']) {
      const excerpt = excerptEdition(edition, language);
      expect(excerpts.in(language)).toEqual({
        languages: excerpt.languages,
        text: writeEdition(excerpt),
      });
    }
  });
});
