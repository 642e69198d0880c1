import { describe, expect, it, vi } from 'vitest';
import type { Edition } from '../edition/edition.ts';
import { formats } from '../formats/registry.ts';
import { composeOrder } from '../make/compose.ts';
import { digestTree } from '../make/digest.ts';
import { everything, planArtifacts } from '../plan/plan.ts';
import { type Opened, openSources, workshopOf } from '../runs/opening/open.ts';
import { orderFor } from '../runs/opening/order.ts';
import { releaseEditions } from '../runs/release-editions.ts';
import { memoryWorkspace } from '../workspace/memory.ts';
import { Random } from './sabotage/random.ts';

/*
 * A matrix that is worked on at random: duties move, rows come and go, editions are named and released, languages leave,
 * errors come in and are mended. Every document that was released stays where it was from then on, and says what it said.
 */
vi.setConfig({ testTimeout: 60_000 });

type Row = { readonly id: string; readonly section: string; readonly text: string; readonly holds: string };

type Work = {
  readonly rows: readonly Row[];
  /** Counts the editions that were named. */
  readonly edition: number;
  readonly titles: readonly string[];
  readonly languages: readonly string[];
  readonly fault: '' | 'a code' | 'the table' | 'a section';
  /** Frozen files by path. */
  readonly frozen: Readonly<Record<string, Uint8Array>>;
};

const letters = 'abcdefghijklmnopqrstuvwxyz';
const holds = ['RA,I', 'I,RA', 'R,A', 'C,RA'];
const begin: Work = {
  rows: [
    { id: 'backup', section: 'use', text: 'Back up', holds: 'I,RA' },
    { id: 'return-data', section: 'end', text: 'Return', holds: 'RA,I' },
  ],
  edition: 1,
  titles: ['Use', 'End'],
  languages: ['en', 'fr'],
  fault: '',
  frozen: {},
};

const steps: readonly ((work: Work, random: Random) => Work)[] = [
  (work, random) => ({ ...work, rows: replaceOne(work.rows, random, { holds: random.of(holds) }) }),
  (work, random) => ({ ...work, rows: replaceOne(work.rows, random, { text: wordOf(random) }) }),
  (work, random) => ({ ...work, rows: [...work.rows, newRow(work, random)] }),
  (work) => ({ ...work, rows: work.rows.length > 1 ? work.rows.slice(1) : work.rows }),
  (work, random) => ({ ...work, titles: [wordOf(random), work.titles[1]!] }),
  (work) => ({ ...work, languages: work.languages.length > 1 ? ['en'] : ['en', 'fr'] }),
  (work, random) => ({ ...work, fault: random.of(['', 'a code', 'the table', 'a section'] as const) }),
  (work) => ({ ...work, edition: work.edition + 1 }),
  release,
  (work) => release({ ...work, fault: '', edition: work.edition + 1 }),
];

function replaceOne(rows: readonly Row[], random: Random, change: Partial<Row>): Row[] {
  const at = random.below(rows.length);
  return rows.map((row, i) => (i === at ? { ...row, ...change } : row));
}

function newRow({ rows }: Work, random: Random): Row {
  const text = wordOf(random);
  return {
    id: `${text.toLowerCase()}-${rows.length}`,
    section: random.of(['use', 'end']),
    text,
    holds: random.of(holds),
  };
}

function wordOf(random: Random): string {
  const word = Array.from({ length: 6 }, () => letters[random.below(letters.length)]).join('');
  return `W${word}`;
}

function lay({ rows, edition, titles, languages, fault, frozen }: Work) {
  const texts = [...new Set([...rows.map(({ text }) => text), ...titles, 'Mail'])];
  const french = texts.map((text) => `,${text},Le ${text},machine\n`);
  const matrix = rows.map(({ id, section, text, holds }) => `${id},${section},${text},,${holds}\n`);
  const month = String(edition % 12 || 12).padStart(2, '0');
  const year = 2026 + Math.floor((edition - 1) / 12);
  return memoryWorkspace({
    'annex.yaml': `format: 1\nlanguages: [${languages.join(', ')}]\n`,
    'data/sections.csv': `${fault === 'a section' ? 'sektion' : 'section'},title\nuse,${titles[0]}\nend,${titles[1]}\n`,
    'data/translations/fr.csv': `id,source,text,status\n${french.join('')}`,
    'data/products/mail/product.yaml': `name: Mail\nedition: '${edition}'\nupdated: ${year}-${month}-01\n`,
    'data/products/mail/matrix.csv':
      (fault === 'the table' ? '"' : 'id,section,activity,note,customer,provider\n') +
      (fault === 'a code' ? 'odd,use,Odd,,X,Y\n' : '') +
      matrix.join(''),
    ...frozen,
  });
}

function release(work: Work): Work {
  const workspace = lay(work);
  const { releases } = releaseEditions({ workspace, products: [], dryRun: false });
  const written = releases.filter(({ state }) => state === 'new').map(({ path }) => workspace.read(path)!);
  return {
    ...work,
    frozen: { ...work.frozen, ...Object.fromEntries(written.map(({ path, bytes }) => [path, bytes])) },
  };
}

/** The trees of all documents of what was frozen, by path. */
function documentsOf({ frozen }: Work, opened: Opened): ReadonlyMap<string, string> {
  const { catalogue, diagnostics } = opened;
  const request = { ...everything, formats: ['md', 'xlsx'] };
  const { make } = planArtifacts(catalogue!, diagnostics, request, formats);
  const held = new Set(Object.values(frozen).flatMap(languagesOf));
  return new Map(
    make
      .filter(({ draft, edition, language }) => !draft && held.has(`${edition} ${language}`))
      .map((artifact) => {
        const order = orderFor(catalogue!, artifact);
        const { tree } = composeOrder(workshopOf(opened, catalogue!), order).value!;
        return [artifact.path, digestTree(tree)];
      }),
  );
}

function languagesOf(frozen: Uint8Array): string[] {
  const { edition, languages } = JSON.parse(new TextDecoder().decode(frozen)) as Edition;
  return languages.map((language) => `${edition} ${language}`);
}

describe('a document that was released', () => {
  it.each([1, 2, 3])('stays where it was and as it was, whatever is done to its matrix: walk %i', (seed) => {
    const random = new Random(seed);
    let work = begin;
    let before: ReadonlyMap<string, string> = new Map();
    for (let step = 0; step < 50; step++) {
      work = random.of(steps)(work, random);
      const now = documentsOf(work, openSources(lay(work)));
      expect(Object.fromEntries(now), `step ${step}`).toMatchObject(Object.fromEntries(before));
      before = now;
    }
    expect(before.size).toBe(documentsIn(work));
    expect(before.size).toBeGreaterThan(8);
  });
});

/** An annex and a workbook in each language of each frozen edition. */
function documentsIn({ frozen }: Work): number {
  return 2 * Object.values(frozen).flatMap(languagesOf).length;
}
