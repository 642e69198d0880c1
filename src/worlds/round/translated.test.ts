import { beforeAll, describe, expect, it } from 'vitest';
import { memoryWorkspace } from '../../workspace/memory.ts';
import { at, bring, buildWorkbooks, edited, files, french, matrix, matrixPath } from './small.ts';

/* The workbook in another language than the matrix: its texts are translations, its codes those of the one matrix. */

beforeAll(buildWorkbooks);

const frenchPath = 'data/translations/fr.csv';
const ownPath = 'data/products/mail/translations/fr.csv';
const reworded = edit('Surveiller toutes les alertes');

function edit(text: string) {
  return (grid: string[][]) => {
    grid[3]![at.text] = text;
  };
}

/** The workspace with other files. */
const into = (change: Readonly<Record<string, string>>) => memoryWorkspace({ ...files, ...change });

describe('a translated workbook', () => {
  it('rewords a phrase that nothing else uses, which is reviewed by that', () => {
    const { plan, french: after } = bring(edited(reworded, 'fr'));
    expect(after).toBe(
      french.replace('Surveiller les alertes,machine', 'Surveiller toutes les alertes,reviewed'),
    );
    expect(Object.keys(plan!.files)).toEqual([frenchPath]);
    expect(plan!.changes).toMatchObject([
      {
        kind: 'text',
        id: 'watch',
        from: 'Surveiller les alertes',
        file: frenchPath,
        line: 10,
        cell: 'Matrice!D4',
      },
    ]);
  });

  it('gives the product a row of its own where another product has the phrase', () => {
    const other = {
      'data/products/web/product.yaml': "name: Mail\nedition: '1'\nupdated: 2026-03-01\n",
      'data/products/web/matrix.csv':
        'id,section,activity,note,customer,provider\nsee,use.daily,Watch the alerts,,,RA\n',
    };
    const { found, plan, written } = bring(edited(reworded, 'fr'), { into: into(other) });
    expect(Object.keys(plan!.files)).toEqual([ownPath]);
    expect(written(ownPath)).toBe(
      'id,source,text,status\nwatch,Watch the alerts,Surveiller toutes les alertes,reviewed\n',
    );
    expect(found).toEqual([
      "round-phrase: 'Surveiller toutes les alertes' is for 'watch' alone: the phrase 'Surveiller les alertes' is used in web (see).",
    ]);
  });

  it('rewords the row that the product has of its own', () => {
    const own = { [ownPath]: 'status;text;source;id\r\nmachine;Guetter;Watch the alerts;watch\r\n' };
    const { found, written } = bring(edited(reworded, 'fr'), { into: into(own) });
    expect(found).toEqual([
      expect.stringContaining("the text was 'Surveiller les alertes'; the matrix now says 'Guetter'"),
    ]);
    const accepted = bring(edited(reworded, 'fr'), { into: into(own), accept: true });
    expect(written(ownPath)).toBe('');
    expect(accepted.written(ownPath)).toBe(
      'status;text;source;id\r\nreviewed;Surveiller toutes les alertes;Watch the alerts;watch\r\n',
    );
  });

  it('brings its codes, moves and removals into the one matrix', () => {
    const bytes = edited((grid) => {
      grid[3]![at.customer] = 'i';
      grid.splice(4, 1);
      grid.splice(1, 0, ...grid.splice(2, 1));
    }, 'fr');
    const [head, backup, restore, , , rights] = matrix.split(/(?<=\n)/);
    const { matrix: after, plan } = bring(bytes);
    expect(after).toBe([head, restore, backup, 'watch,use.daily,Watch the alerts,,I,RA\n', rights].join(''));
    expect(Object.keys(plan!.files)).toEqual([matrixPath]);
  });

  it('translates the wording that its translator saw, where the matrix was reworded since', () => {
    const since = { [matrixPath]: matrix.replace('Watch the alerts', 'Watch all alerts') };
    const { written, plan } = bring(edited(reworded, 'fr'), { into: into(since) });
    expect(plan).toMatchObject({ isOlder: true, conflicts: [] });
    expect(written(frenchPath)).toBe(
      french.replace('Surveiller les alertes,machine', 'Surveiller toutes les alertes,reviewed'),
    );
  });

  it('brings no new activity, no new note, and takes no note away', () => {
    const bytes = edited((grid) => {
      grid[1]![at.note] = 'Toujours';
      grid[2]![at.note] = '';
      grid.splice(4, 0, ['', '', '', 'Lire les journaux', '', 'RA', '', '']);
    }, 'fr');
    const { found, plan } = bring(bytes);
    expect(found).toEqual([
      "round-row: Matrice!G2 brings a note, 'Toujours'.",
      "round-row: Matrice!G3 takes away the note 'Bientôt'.",
      "round-row: Matrice!D5 is a new activity, in 'fr': 'Lire les journaux'.",
    ]);
    expect(plan).toMatchObject({ files: {} });
  });
});
