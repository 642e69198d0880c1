import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { describe, expect, it } from 'vitest';
import { writeFeed } from './feed.ts';
import type { ToldCatalogue, ToldEdition } from './told.ts';

const edition = (name: string, date: string, draft = false): ToldEdition => ({
  edition: name,
  draft,
  date,
  activities: 1,
  standing: { en: 'original' },
  stem: `mail/${name}/a-`,
  files: [['en.pdf', 'en', 'pdf', 12, 'a'.repeat(64)]],
});

const catalogue: ToldCatalogue = {
  language: 'en',
  languages: ['en'],
  kinds: { pdf: 'annex' },
  words: {
    en: {
      'page-title': 'Annexes',
      'page-pair': '{name}: {value}',
      'edition-label': 'Edition {edition}',
      'fact-updated': 'In effect from',
      'history-first': 'First edition',
      'kind-moved': 'Responsibility',
      'change-legend': 'Legend changed',
      'date-pattern': '{day} {month} {year}',
      'date-pattern-first': '{day} {month} {year}',
      'month-03': 'March',
      'month-09': 'September',
    },
  },
  products: [
    {
      key: 'mail',
      id: 'mail',
      brand: 'north',
      name: { en: 'Mail <& more>\u0007' },
      language: 'en',
      editions: [
        edition('3', '2027-01-01', true),
        {
          ...edition('2', '2026-09-01'),
          changes: { moved: 2, added: 0, removed: 0, reworded: 0, renumbered: 0, around: ['change-legend'] },
        },
        edition('1', '2026-03-01'),
      ],
    },
  ],
};

const feed = parseXml(writeFeed(catalogue, 'North & Co')).root!;
const under = (parent: XmlElement, name: string) =>
  parent.children.filter((node): node is XmlElement => node instanceof XmlElement && node.name === name);
const entries = under(feed, 'entry');
const textOf = (parent: XmlElement, name: string) => under(parent, name).map(({ text }) => text);

describe('the feed of editions', () => {
  it('has all that RFC 4287 asks of a feed and of each entry, once', () => {
    expect(feed.attributes.xmlns).toBe('http://www.w3.org/2005/Atom');
    for (const part of [feed, ...entries])
      for (const name of ['id', 'title', 'updated']) expect(under(part, name)).toHaveLength(1);
    expect(textOf(under(feed, 'author')[0]!, 'name')).toEqual(['North & Co']);
    expect(under(feed, 'link').map(({ attributes }) => attributes.rel)).toEqual(['self', 'alternate']);
  });

  it('lists released editions, the newest first, and no draft', () => {
    expect(textOf(entries[0]!, 'title')).toEqual(['Mail <& more>, Edition 2']);
    expect(entries.flatMap((entry) => textOf(entry, 'updated'))).toEqual([
      '2026-09-01T00:00:00Z',
      '2026-03-01T00:00:00Z',
    ]);
    expect(textOf(feed, 'updated')).toEqual(['2026-09-01T00:00:00Z']);
  });

  it('says what an edition changed, and where its files lie', () => {
    expect(entries.flatMap((entry) => textOf(entry, 'summary'))).toEqual([
      'In effect from 1 September 2026. Responsibility: 2, Legend changed.',
      'In effect from 1 March 2026. First edition.',
    ]);
    expect(under(entries[0]!, 'link').map(({ attributes }) => attributes)).toEqual([
      { rel: 'alternate', type: 'text/html', href: 'index.html#mail/2' },
      { rel: 'enclosure', type: 'application/pdf', hreflang: 'en', length: '12', href: 'mail/2/a-en.pdf' },
    ]);
  });

  it('names every edition by a UUID that is always the same and never another’s', () => {
    const ids = [...textOf(feed, 'id'), ...entries.flatMap((entry) => textOf(entry, 'id'))];
    expect(new Set(ids).size).toBe(3);
    for (const id of ids)
      expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(writeFeed(catalogue, 'North & Co')).toBe(writeFeed(structuredClone(catalogue), 'North & Co'));
  });

  it('is a feed before anything is released', () => {
    const { products } = catalogue;
    const drafts = [{ ...products[0]!, editions: products[0]!.editions.slice(0, 1) }];
    const early = parseXml(writeFeed({ ...catalogue, products: drafts }, 'North')).root!;
    expect(under(early, 'entry')).toEqual([]);
    expect(textOf(early, 'updated')).toEqual(['2027-01-01T00:00:00Z']);
  });
});
