import { describe, expect, it } from 'vitest';
import { memoryWorkspace } from '../../workspace/memory.ts';
import { releaseEditions } from '../release-editions.ts';
import { openSources } from './open.ts';
import { orderForEdition } from './order-edition.ts';

const folder = 'data/products/mail';
const productYaml = (edition: string, date: string) =>
  `name: Mail\nedition: '${edition}'\nupdated: ${date}\n`;
const matrix =
  'id,section,activity,note,customer,provider\nbackup,use,Back up,,I,RA\nrestore,use,Restore,,RA,I\n';

/** A product that is in edition 2, a draft, after edition 1 was released. */
function lay(change: Readonly<Record<string, string>> = {}) {
  const workspace = memoryWorkspace({
    'annex.yaml': 'format: 1\nlanguages: [en]\n',
    'data/sections.csv': 'section,title\nuse,Use\n',
    [`${folder}/product.yaml`]: productYaml('1', '2026-03-01'),
    [`${folder}/matrix.csv`]: matrix,
  });
  releaseEditions({ workspace, products: [], dryRun: false });
  const moved = { [`${folder}/matrix.csv`]: matrix.replace('RA,I', 'I,RA') };
  const next = { ...moved, [`${folder}/product.yaml`]: productYaml('2', '2026-09-01'), ...change };
  for (const [path, text] of Object.entries(next)) workspace.write(path, new TextEncoder().encode(text));
  return workspace;
}

function find(workspace: ReturnType<typeof lay>, product: string, edition?: string, language = 'en') {
  const { catalogue, diagnostics } = openSources(workspace);
  const found = orderForEdition(catalogue!, diagnostics, { product, edition, language, format: 'pdf' });
  if (found.refused === undefined) {
    const { artifact, product: localized } = found.order;
    const holds = localized.sections.flatMap(({ activities }) =>
      activities.at(-1)!.cells.map(({ held }) => held.join('')),
    );
    return `${artifact.edition}${artifact.draft ? ' draft' : ''}${artifact.frozen ? ' frozen' : ''} ${holds.join('|')}`;
  }
  const { what, message, hints, because } = found.refused;
  return [what, message, ...hints, ...because.map(({ rule }) => rule)];
}

const sameName = { [`${folder}/product.yaml`]: productYaml('1', '2026-03-01') };
const faulty = { [`${folder}/matrix.csv`]: matrix.replace('RA,I', 'RX,I') };
const unread = { [`${folder}/matrix.csv`]: 'id\n"' };

describe('a document that is named by its product alone', () => {
  it('is of the edition that the matrix is in, draft or not', () => {
    expect(find(lay(), 'mail')).toBe('2 draft I|RA');
    expect(find(lay({ ...sameName, [`${folder}/matrix.csv`]: matrix }), 'mail')).toBe('1 RA|I');
    expect(find(lay(sameName), 'mail')).toBe('1 draft I|RA');
  });

  it('is held by errors of the matrix, which are named', () => {
    const held = ['held', "Errors keep mail from being made in 'en'.", 'Run annex check to see them.'];
    expect(find(lay(faulty), 'mail')).toEqual([...held, 'code-unknown']);
    expect(find(lay(unread), 'mail').slice(0, 3)).toEqual(held);
  });
});

describe('a document that is named by product and edition', () => {
  it('is of that edition as it was released', () => {
    expect(find(lay(), 'mail', '1')).toBe('1 frozen RA|I');
  });

  it('is made from the matrix where that still says what was released', () => {
    expect(find(lay({ ...sameName, [`${folder}/matrix.csv`]: matrix }), 'mail', '1')).toBe('1 RA|I');
  });

  it('is as it was released where the matrix broke it since', () => {
    expect(find(lay(sameName), 'mail', '1')).toBe('1 frozen RA|I');
  });

  it('is a draft where nothing was released under that name', () => {
    expect(find(lay(), 'mail', '2')).toBe('2 draft I|RA');
  });

  it.each([
    ['cannot be read', unread],
    ['has errors', faulty],
    ['has errors, under the name of what was released', { ...faulty, ...sameName }],
  ])('is there though the matrix %s', (_, change) => {
    expect(find(lay(change), 'mail', '1')).toBe('1 frozen RA|I');
  });

  it('is held where it may be the one of a matrix that cannot be read', () => {
    expect(find(lay(unread), 'mail', '2').slice(0, 2)).toEqual([
      'held',
      "Errors keep edition 2 of mail from being made in 'en'.",
    ]);
  });

  it('is held where its own file was damaged', () => {
    const workspace = lay();
    const file = new TextDecoder().decode(workspace.read(`${folder}/editions/1.json`)!.bytes);
    workspace.write(`${folder}/editions/1.json`, new TextEncoder().encode(file.replace('Restore', 'Delete')));
    expect(find(workspace, 'mail', '1')).toEqual([
      'held',
      "Errors keep edition 1 of mail from being made in 'en'.",
      'Run annex check to see them.',
      'edition-altered',
    ]);
  });
});

describe('a name that nobody has', () => {
  it.each([
    [['mial'], ['product', "There is no product 'mial'.", "Did you mean 'mail'?"]],
    [
      ['mail', '3'],
      ['edition', "There is no edition '3' of mail.", "Did you mean '2'?"],
    ],
    [
      ['mail', '2025-12'],
      ['edition', "There is no edition '2025-12' of mail.", 'Known: 2, 1.'],
    ],
    [
      ['mail', '1', 'fr'],
      ['language', "Edition 1 of mail is not made in 'fr'.", 'It is made in en.'],
    ],
  ] as const)('is refused: %j', ([product, edition, language], refused) => {
    expect(find(lay(), product, edition, language)).toEqual(refused);
  });
});
