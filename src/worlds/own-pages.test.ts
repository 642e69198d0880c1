import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { localize } from '../catalogue/localize.ts';
import type { LocalizedProduct, LocalizedSection } from '../catalogue/localized.ts';
import type { Catalogue } from '../catalogue/model.ts';
import { importPages } from '../import/import.ts';
import type { ImportReport } from '../import/report.ts';
import { renderArtifact } from '../runs/building/render.ts';
import { editionOf } from '../runs/opening/edition-of.ts';
import { openSources } from '../runs/opening/open.ts';
import { memoryWorkspace } from '../workspace/memory.ts';

/*
 * What annex build --format md writes is a page as others publish it: brought in again it is the same matrix, in every
 * language.
 */

const ours = join(import.meta.dirname, '../..');

/** Texts that mean something to Markdown, to HTML or to a spreadsheet. */
const hostile = memoryWorkspace({
  'annex.yaml': 'format: 1\ncodes: RASCI\n',
  'data/sections.csv':
    'section,title\nrun,Running\nrun.deep,A pipe | and # a hash\nend,"""Ending"" & <after>"\n',
  'data/products/mail/product.yaml': "name: 'Mail | <b>'\nedition: '2'\nupdated: 2026-03-01\n",
  'data/products/mail/matrix.csv': `id,section,activity,note,customer,provider
pipe,run,a | b \\| c,,RA,
tag,run,Close <b> & &amp; [link](x) \`code\`,A note with | and *stars*,,RAS
number,run.deep,1. Not a list,,CI,RA
hash,run.deep,# Not a heading,,I,RA
dash,run.deep,- Not an item,,RA,
mark,end,Keep 5 m² for it*,,RA,I
`,
});

const worlds = [
  { name: 'our own matrices', sources: ours },
  { name: 'hostile texts', sources: hostile },
].map((world) => ({ ...world, catalogue: openSources(world.sources).catalogue! }));

const annexes = ({ products }: Catalogue) =>
  products.flatMap(({ id, languages }) => languages.map((language) => ({ product: id, language })));

describe.each(worlds)('the Markdown of $name', ({ sources, catalogue }) => {
  it.each(annexes(catalogue))('is $product again in $language', async ({ product, language }) => {
    const made = await renderArtifact(sources, { product, language, format: 'md' });
    const { report } = await importPages({
      files: [{ path: 'page.md', bytes: made.value!.bytes }],
      product,
      language,
      parties: [],
      into: undefined,
      name: undefined,
      accept: false,
      dryRun: false,
    });
    const written = catalogue.products.find(({ id }) => id === product)!;
    expect(report.flagged).toEqual([]);
    expect(report.refused).toEqual([]);
    expect(rowsRead(report)).toEqual(
      rowsWritten(localize(catalogue, editionOf(catalogue, written), language, [])),
    );
  });
});

type PlainRow = {
  readonly section: readonly string[];
  readonly activity: string;
  readonly note: string | undefined;
  readonly codes: readonly string[];
};

function rowsRead({ rows }: ImportReport): PlainRow[] {
  return rows.map(({ section, activity, note, codes }) => ({
    section: section.map(({ number, title }) => plain(`${number} ${title}`)),
    activity: plain(activity),
    note: note === null ? undefined : plain(note),
    codes: Object.values(codes).map((signs) => sorted([...(signs ?? '?')])),
  }));
}

function rowsWritten({ sections }: LocalizedProduct): PlainRow[] {
  const above: LocalizedSection[] = [];
  return sections.flatMap((section) => {
    above.splice(section.depth - 1, above.length, section);
    const path = above.map(({ number, title }) => plain(`${number} ${title}`));
    return section.activities.map(({ text, note, cells }) => ({
      section: path,
      activity: plain(text),
      note: note === undefined ? undefined : plain(note.text),
      codes: cells.map(({ held }) => sorted(held)),
    }));
  });
}

/** Typography puts other blanks where it must not part words. */
function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function sorted(signs: readonly string[]): string {
  return signs.toSorted().join('');
}
