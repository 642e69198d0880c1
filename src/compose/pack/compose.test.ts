import { describe, expect, it } from 'vitest';
import type { LocalizedProduct } from '../../catalogue/localized.ts';
import { plainText } from '../../document/plain.ts';
import { showDocument } from '../../document/show.ts';
import type { AnnexDocument, Inline, Table } from '../../document/tree.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { brand, kiosk, plant, shippedSource, words } from '../annex/fixture.ts';
import { composePackContents, composePackCover, type PackPress } from './compose.ts';
import { arrangeSet, type PackContract } from './set.ts';
import { loadPackTemplates } from './templates.ts';
import { viewSet } from './view.ts';

const contract: PackContract = {
  id: 'C-2026-0417',
  customer: 'Brandt Logistik GmbH, Bremen',
  date: '2026-03-14',
  columns: { site: 'Hall 7' },
};

/** What ships with the program, with some templates of a workspace's own. */
function sourceWith(own: Readonly<Record<string, string>>): Pick<Workspace, 'read' | 'list'> {
  return {
    ...shippedSource,
    read: (path) =>
      own[path] === undefined
        ? shippedSource.read(path)
        : { path, bytes: new TextEncoder().encode(own[path]) },
  };
}

function load(own: Readonly<Record<string, string>> = {}, columns: readonly string[] = []) {
  return loadPackTemplates(sourceWith(own), words, columns);
}

function pressOf(products: readonly LocalizedProduct[], templates = load().value!): PackPress {
  const set = arrangeSet(products, { language: 'en', brand, words });
  return { set, view: viewSet(set), templates, hasNarrow: true };
}

const contentsOf = (products: readonly LocalizedProduct[]): AnnexDocument =>
  composePackContents(pressOf(products)).value!;

const french = { language: 'fr', name: 'French', title: 'Titre' };
const translated: LocalizedProduct = {
  ...kiosk,
  id: 'stall',
  name: 'Stall Hosting',
  standing: { state: 'reviewed', prevailing: french, machineFrame: false, staleClauses: [] },
};

describe('the shipped templates of packs', () => {
  it('check clean', () => {
    expect(load().diagnostics).toEqual([]);
  });

  it('compose a cover', () => {
    expect(showDocument(composePackCover(pressOf([kiosk, plant]), contract).value!)).toMatchSnapshot();
  });

  it('compose the contents of annexes with code sets of their own, one a draft that a machine translated', () => {
    expect(showDocument(contentsOf([kiosk, plant]))).toMatchSnapshot();
  });
});

describe('the contents', () => {
  it('lead to each annex by its anchor, and say the page it begins on', () => {
    const table = contentsOf([kiosk, plant]).body.find((block): block is Table => block.kind === 'table')!;
    const told = table.body.map(({ cells }) => {
      const inlines = cells.flatMap(({ content }) =>
        content.flatMap((block) => (block.kind === 'paragraph' ? block.content : [])),
      );
      return inlines.flatMap((inline) => (inline.kind === 'link' ? [describeLink(inline)] : []));
    });
    expect(told).toEqual([
      ['#kiosk: Kiosk Hosting', '#kiosk: page of kiosk'],
      ['#plant: Plant Watch', '#plant: page of plant'],
    ]);
  });

  it('explain the codes once where all annexes have the same, and not where they differ', () => {
    const explains = (products: readonly LocalizedProduct[]) =>
      showDocument(contentsOf(products)).includes('How to read the matrices');
    expect([explains([kiosk, translated]), explains([kiosk, plant])]).toEqual([true, false]);
    const [first, ...others] = kiosk.codes;
    const reworded = { ...translated, codes: [{ ...first!, meaning: 'means otherwise' }, ...others] };
    expect(explains([kiosk, reworded])).toBe(false);
  });

  it('say which text prevails, and for which annexes where it is not so for all', () => {
    const said = (products: readonly LocalizedProduct[]) => showDocument(contentsOf(products));
    expect(said([kiosk])).not.toContain('prevails.');
    expect(said([translated])).toContain('the French version of the same edition prevails.');
    expect(said([kiosk, translated])).toContain('the French version of the same edition prevails (Annex 2).');
  });

  it('may not say whose the pack is', () => {
    const own = '<pack title="t" subject="s"><p>{{contract.customer}}</p></pack>';
    expect(load({ 'templates/pack-contents.hbs': own }).diagnostics).toMatchObject([
      { rule: 'template-path', message: expect.stringContaining("Unknown name 'contract'") },
    ]);
  });

  it('lead to nothing that is not in the pack', () => {
    const own =
      '<pack title="t" subject="s"><p><a href="#kisok">x</a> <page-number of="nowhere"/></p></pack>';
    const templates = load({ 'templates/pack-contents.hbs': own }).value!;
    expect(composePackContents(pressOf([kiosk], templates)).diagnostics).toMatchObject([
      { rule: 'markup-anchor', hints: ["Did you mean 'kiosk'?"], place: { line: 1 } },
      { rule: 'markup-anchor', message: expect.stringContaining("'nowhere'") },
    ]);
  });
});

describe('the cover', () => {
  const site =
    '<pack title="t" subject="s"><p>{{#if contract.columns.site}}{{contract.columns.site}}{{/if}}</p></pack>';

  it('prints further columns of the contracts, where a contract fills them', () => {
    const templates = load({ 'templates/pack.hbs': site }, ['site']).value!;
    const say = (one: PackContract) => {
      const [block] = composePackCover(pressOf([kiosk], templates), one).value!.body;
      return block?.kind === 'paragraph' ? plainText(block.content) : undefined;
    };
    expect(say(contract)).toBe('Hall 7');
    expect([say({ ...contract, columns: {} }), say({ ...contract, columns: { site: '' } })]).toEqual([
      '',
      '',
    ]);
  });

  it('asks for no column that the contracts do not have', () => {
    const found = load({ 'templates/pack.hbs': site }, ['sites']).diagnostics;
    expect(found[0]).toMatchObject({ rule: 'template-path', hints: ["Did you mean 'sites'?"] });
  });

  it('prints what a customer is called as typed', () => {
    const customer = '<b>&amp; {{contract.id}} "Söhne"';
    const { metadata, body } = composePackCover(pressOf([kiosk]), { ...contract, customer }).value!;
    expect(metadata.title).toBe(`Annex to contract C-2026-0417 – ${customer}`);
    expect(JSON.stringify(body)).toContain(JSON.stringify(customer).slice(1, -1));
  });

  it('has the date of the newest edition in its properties where a contract has none, and prints no date', () => {
    const cover = composePackCover(pressOf([kiosk]), { ...contract, date: '' }).value!;
    expect(cover.metadata.date).toBe(kiosk.updated);
    expect(showDocument(cover)).not.toContain('  Date:');
  });
});

describe('a set', () => {
  it('tells editions of one product apart, and labels members by their place', () => {
    const { members } = arrangeSet([kiosk, { ...kiosk, edition: '2025-09' }, { ...plant, id: '7up' }], {
      language: 'en',
      brand,
      words,
    });
    expect(members.map(({ anchor, sheet, product }) => [anchor, sheet, product.annex])).toEqual([
      ['kiosk', 'Kiosk Hosting', '1'],
      ['kiosk-2', 'Kiosk Hosting (2)', '2'],
      ['annex-7up', 'Plant Watch', '3'],
    ]);
  });
});

function describeLink({ href, content }: Extract<Inline, { kind: 'link' }>): string {
  const [inside] = content;
  return `${href}: ${inside?.kind === 'page-number' ? `page of ${inside.of}` : plainText(content)}`;
}
