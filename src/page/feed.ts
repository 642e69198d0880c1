import { createHash } from 'node:crypto';
import { fill, sayIn } from './say.ts';
import type { ToldCatalogue, ToldEdition, ToldFile, ToldProduct, ToldTexts } from './told.ts';

export const feedFile = 'feed.xml';

/** Readers of a feed ask for what is new, again and again. */
const mostEntries = 50;

/** A released edition of a product. */
type Entry = { readonly product: ToldProduct; readonly edition: ToldEdition & { readonly date: string } };

/**
 * The released editions as an Atom feed (RFC 4287), the newest first. Its only dates are those of the editions; addresses are
 * relative to the feed, and ids name an edition wherever the page is published.
 *
 * @param author who answers for the annexes
 */
export function writeFeed(catalogue: ToldCatalogue, author: string): string {
  const words = catalogue.words[catalogue.language]!;
  const entries = listEntries(catalogue.products).slice(0, mostEntries);
  const updated = entries[0]?.edition.date ?? newestDate(catalogue.products);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(catalogue.language)}">
  <title>${escapeXml(`${author} · ${words['page-title']}`)}</title>
  <id>${uuidOf('feed', author)}</id>
  <updated>${updated}T00:00:00Z</updated>
  <author><name>${escapeXml(author)}</name></author>
  <link rel="self" type="application/atom+xml" href="${feedFile}"/>
  <link rel="alternate" type="text/html" href="index.html"/>
${entries.map((entry) => writeEntry(entry, catalogue.language, words)).join('')}</feed>
`;
}

function listEntries(products: readonly ToldProduct[]): Entry[] {
  const released = products.flatMap((product) =>
    product.editions.flatMap(({ date, ...edition }) =>
      edition.draft || date === undefined ? [] : [{ product, edition: { ...edition, date } }],
    ),
  );
  return released.sort((a, b) =>
    a.edition.date < b.edition.date ? 1 : a.edition.date > b.edition.date ? -1 : 0,
  );
}

/** A feed always tells when it changed last, even one without entries. */
function newestDate(products: readonly ToldProduct[]): string {
  const dates = products.flatMap(({ editions }) => editions.flatMap(({ date }) => date ?? []));
  return dates.sort().at(-1) ?? '1970-01-01';
}

function writeEntry({ product, edition }: Entry, language: string, words: ToldTexts): string {
  const name = product.name[language] ?? product.name[product.language ?? ''] ?? product.id;
  const title = `${name}, ${fill(words['edition-label']!, { edition: edition.edition })}`;
  const address = `index.html#${encodeURIComponent(product.key)}/${encodeURIComponent(edition.edition)}`;
  return `  <entry>
    <title>${escapeXml(title)}</title>
    <id>${uuidOf('edition', product.brand, product.id, edition.edition)}</id>
    <updated>${edition.date}T00:00:00Z</updated>
    <link rel="alternate" type="text/html" href="${escapeXml(address)}"/>
${edition.files.map((file) => writeEnclosure(edition.stem, file)).join('')}    <summary>${escapeXml(summarize(edition, words))}</summary>
  </entry>
`;
}

function writeEnclosure(stem: string, [rest, language, format, bytes]: ToldFile): string {
  const type = mediaTypes[format] ?? 'application/octet-stream';
  const address = `${stem}${rest}`.split('/').map(encodeURIComponent).join('/');
  return `    <link rel="enclosure" type="${type}" hreflang="${escapeXml(language)}" length="${bytes}" href="${address}"/>\n`;
}

const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  html: 'text/html',
  md: 'text/markdown',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** `In effect from 1 March 2026. Responsibility: 2, New: 1.` */
function summarize({ date, changes }: ToldEdition, words: ToldTexts): string {
  const say = sayIn(words);
  return `${say.effect(date ?? '')}. ${say.changes(changes)}.`;
}

/** A name that nobody else gives, always the same for the same parts: a UUID of version 8 (RFC 9562) made of their digest. */
function uuidOf(...parts: readonly string[]): string {
  const digest = createHash('sha256')
    .update(JSON.stringify(['annexpress', ...parts]))
    .digest('hex');
  const variant = ((Number.parseInt(digest[16]!, 16) & 0x3) | 0x8).toString(16);
  const groups = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ];
  return `urn:uuid:${groups.join('-')}`;
}

/** Text as XML has it; characters that XML has no way to write are left out. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
