import { describe, expect, it } from 'vitest';
import type { Block, Inline, Table } from '../../../document/tree.ts';
import { annex } from '../../fixture/annex.ts';
import {
  cell,
  codes,
  cover,
  heading,
  legend,
  matrix,
  paragraph,
  section,
  text,
} from '../../fixture/pieces.ts';
import type { Element } from './element.ts';
import { tagDocument } from './structure.ts';

const parties = ['Customer', 'Provider'];
const white = { before: 0, after: 0, left: 0, right: 0 };

function tag(...body: Block[]): Element {
  return tagDocument(annex(body)).root;
}

/** An element as its type and what is in it: `Table(THead(TR(TH)))`. */
function show({ type, kids }: Element): string {
  const inside = kids.flatMap((kid) => ('marks' in kid ? [] : [show(kid)]));
  return inside.length > 0 ? `${type}(${inside.join(' ')})` : type;
}

function all(root: Element): Element[] {
  return [root, ...root.kids.flatMap((kid) => ('marks' in kid ? [] : all(kid)))];
}

function typed(root: Element, type: Element['type']): Element[] {
  return all(root).filter((element) => element.type === type);
}

function plain(content: string): Table['body'][number] {
  return { cells: [cell([paragraph(content)], 2)], origin: 'x' };
}

describe('the structure tree', () => {
  it('has headings without a skipped level, whatever the template wrote', () => {
    const levels = [3, 1, 3, 2, 3] as const;
    const root = tag(...levels.map((level) => heading(level, undefined, 'x')));
    expect(all(root).flatMap(({ type }) => (/^H\d$/u.test(type) ? [type] : []))).toEqual([
      'H1',
      'H1',
      'H2',
      'H2',
      'H3',
    ]);
  });

  it('opens a section at each heading, down to the next one that is not below it', () => {
    const root = tag(
      paragraph('before'),
      heading(1, '1', 'One'),
      heading(2, '1.1', 'Two'),
      paragraph('in 1.1'),
      heading(1, '2', 'Three'),
      paragraph('in 2'),
    );
    expect(show(root)).toBe('Document(P Sect(H1 Sect(H2 P)) Sect(H1 P))');
  });

  it('opens a section for a table that has its heading in its head, and ends it with the table', () => {
    const root = tag(
      heading(1, '1', 'One'),
      matrix('1.1', 'Leaf', parties, [['Text', 'R/']]),
      paragraph('after'),
    );
    expect(show(root)).toMatch(/^Document\(Sect\(H1 Sect\(Table\(.*\)\) P\)\)$/u);
  });

  it('has one section where a section begins with a heading, and one where it does not', () => {
    expect(show(tag(section([heading(1, '1', 'One'), paragraph('x')])))).toBe('Document(Sect(H1 P))');
    expect(show(tag(section([paragraph('x')])))).toBe('Document(Sect(P))');
  });

  it('reads the cover in its order, without a picture that only decorates', () => {
    const root = tag(cover('Title', [['Edition', '1']]));
    expect(show(root)).toBe('Document(Sect(Figure P P H1 P L(LI(Lbl LBody))))');
    const [figure] = typed(root, 'Figure');
    expect(figure!.properties.alternative).toBe('Fjellnett');
    const image = { media: 'image/png', bytes: new Uint8Array(), height: 9, alt: '' } as const;
    expect(show(tag({ kind: 'figure', image, space: white, origin: 'x' }))).toBe('Document');
  });

  it('has terms and what they say as items of a list', () => {
    expect(show(tag(...legend()))).toBe(`Document(P L(${Array(5).fill('LI(Lbl LBody)').join(' ')}))`);
  });

  it('has the items of a list with their signs, and says how they are numbered', () => {
    const items = [{ content: [paragraph('x')], origin: 'x' }];
    const root = tag({
      kind: 'list',
      ordered: true,
      hang: 9,
      items,
      style: paragraph('').style,
      space: white,
      origin: 'x',
    });
    expect(show(root)).toBe('Document(L(LI(Lbl LBody)))');
    expect(typed(root, 'L')[0]!.properties.numbering).toBe('Decimal');
  });

  it('puts links and passages in another language between the text around them', () => {
    const german: Inline = {
      kind: 'span',
      content: [text('Text')],
      style: {},
      language: 'de',
      role: undefined,
    };
    const link = (href: string): Inline => ({ kind: 'link', href, content: [text('here')], style: {} });
    const root = tag(paragraph([text('a'), german, text('b'), link('https://x.example'), link('#y')]));
    const [paragraphElement] = typed(root, 'P');
    const kinds = paragraphElement!.kids.map((kid) => ('marks' in kid ? 'text' : kid.type));
    expect(kinds).toEqual(['text', 'Span', 'text', 'Link', 'text']);
    expect(typed(root, 'Span')[0]!.properties.language).toBe('de');
    expect(typed(root, 'Link')[0]!.properties.description).toBe('here');
  });

  it('knows the place of every painted node, and refuses one that stands in two places', () => {
    const word = text('twice');
    const { root, contentOf } = tagDocument(annex([paragraph([word])]));
    expect(contentOf(word)?.element).toBe(typed(root, 'P')[0]);
    expect(contentOf({})).toBeUndefined();
    expect(() => tag(paragraph([word]), paragraph([word]))).toThrow('two places');
  });
});

describe('a table', () => {
  const rowed = matrix('1.1', 'Leaf', parties, [['Text', 'RA/I']]);
  const head = { ...cell([paragraph('Text')], 1, 'header'), scope: 'row' as const };
  const [number, , ...others] = rowed.body[0]!.cells;
  const table: Table = { ...rowed, body: [{ cells: [number!, head, ...others], origin: 'x' }] };

  it('has head and body, header cells and data cells', () => {
    expect(show(tag(table))).toContain('Table(THead(TR(TH(H1) TH TH)) TBody(TR(TD TH TD TD)))');
  });

  it('says which way each header cell reaches, and how many columns it spans', () => {
    const heads = typed(tag(table), 'TH').map(({ properties: { cell: own } }) => [own!.scope, own!.colspan]);
    expect(heads).toEqual([
      ['Column', 2],
      ['Column', 1],
      ['Column', 1],
      ['Row', 1],
    ]);
  });

  it('tells of each cell which headers speak of it', () => {
    const root = tag(table);
    const ids = typed(root, 'TH').map(({ properties }) => properties.id);
    expect(ids).toEqual(['t1r1c1', 't1r1c3', 't1r1c4', 't1r2c2']);
    expect(typed(root, 'TD').map(({ properties }) => properties.cell!.headers)).toEqual([
      ['t1r1c1', 't1r2c2'],
      ['t1r1c3', 't1r2c2'],
      ['t1r1c4', 't1r2c2'],
    ]);
  });

  it('gives every table ids of its own', () => {
    const again = matrix('1.2', 'Other', parties, [['Text', 'R/']]);
    const ids = typed(tag(table, again), 'TH').map(({ properties }) => properties.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has the codes of a party as the one content of a cell', () => {
    const held = codes('RA');
    const only: Table = {
      ...table,
      head: [],
      body: [{ ...plain(''), cells: [cell([paragraph([held])], 4)] }],
    };
    const { root, contentOf } = tagDocument(annex([only]));
    const [data] = typed(root, 'TD');
    expect(data!.kids).toEqual([contentOf(held)]);
  });

  it('of numbers and what they stand before is a list under its title', () => {
    const columns = [
      { width: 40, padRight: 0, slots: undefined },
      { width: 'rest' as const, padRight: 0, slots: undefined },
    ];
    const notes: Table = {
      ...table,
      columns,
      head: [{ cells: [cell([heading(2, undefined, 'Notes')], 2, 'header')], origin: 'x' }],
      body: [
        { cells: [cell([paragraph('1')]), cell([paragraph('First')])], origin: 'x' },
        plain('For all activities'),
      ],
    };
    expect(show(tag(notes))).toBe('Document(Sect(H1 L(LI(Lbl LBody) LI(LBody))))');
  });
});
