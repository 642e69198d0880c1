import { describe, expect, it } from 'vitest';
import type { LocalizedProduct } from '../../catalogue/localized.ts';
import { sheetRange } from '../../workbook/address.ts';
import type { PackWorkbookBody } from '../../workbook/pack.ts';
import { showWorkbook } from '../../workbook/show.ts';
import type { WorkbookDocument } from '../../workbook/tree.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { brand, kiosk, plant, shippedSource, words } from '../annex/fixture.ts';
import { loadWorkbookTemplates, type WorkbookTemplates } from '../workbook/compose.ts';
import type { PackPress } from './compose.ts';
import { arrangeSet } from './set.ts';
import { loadPackTemplates, type PackTemplates } from './templates.ts';
import { viewSet } from './view.ts';
import { behindOverview, composePackMatrix, composePackOverview } from './workbook.ts';

const contract = { id: 'C-7', customer: '=HYPERLINK("x")', date: '2026-03-14', columns: {} };

function sourceWith(file: string, text: string): Pick<Workspace, 'read' | 'list'> {
  const own = { path: file, bytes: new TextEncoder().encode(text) };
  return { ...shippedSource, read: (path) => (path === file ? own : shippedSource.read(path)) };
}

const shippedMatrix = loadWorkbookTemplates(shippedSource, words).value!;
const shipped = loadPackTemplates(shippedSource, words, []).value!;

function pressOf(products: readonly LocalizedProduct[], templates: PackTemplates = shipped): PackPress {
  const set = arrangeSet(products, { language: 'en', brand, words });
  return { set, view: viewSet(set), templates, hasNarrow: true };
}

function bodyOf({ set }: PackPress, templates: WorkbookTemplates = shippedMatrix): PackWorkbookBody {
  const members = set.members.map((member) => composePackMatrix(member, set, templates).value!);
  return { font: 'Arial', members: members.map((member) => ({ ...member, carries: [] })) };
}

function overviewOf(press: PackPress): WorkbookDocument {
  return composePackOverview(press, contract, behindOverview(bodyOf(press))).value!;
}

function loadOverview(text: string) {
  return loadPackTemplates(sourceWith('templates/pack-workbook.hbs', text), words, []);
}

const head = 'lang="en" title="t" subject="s" author="a" date="2026-03-01"';

describe('the overview of a pack', () => {
  it('says whose it is, lists the annexes and leads to their sheets', () => {
    expect(showWorkbook(overviewOf(pressOf([kiosk, plant])))).toMatchSnapshot();
  });

  it('gives way to a product of its own name, and to hidden sheets', () => {
    expect(overviewOf(pressOf([{ ...kiosk, name: 'Overview' }])).sheets[0]!.name).toBe('Overview (2)');
    const lists = loadOverview(`<workbook ${head}><sheet name="Lists" orientation="portrait"/></workbook>`);
    expect(overviewOf(pressOf([kiosk], lists.value!)).sheets[0]!.name).toBe('Lists (2)');
  });

  it('names no cell as a table or a range of an annex is named', () => {
    const cell = '<row><cell name="annex1_matrix_NUMBER">x</cell></row>';
    const sheet = `<sheet name="A" orientation="portrait" widths="9">${cell}</sheet>`;
    const { value } = loadOverview(`<workbook ${head}>${sheet}</workbook>`);
    const press = pressOf([kiosk], value!);
    const behind = behindOverview(bodyOf(press));
    expect(composePackOverview(press, contract, behind).diagnostics).toMatchObject([
      { rule: 'workbook-name' },
    ]);
  });

  it('is one sheet without a table, and leads to sheets that are there', () => {
    const sheet = (name: string, inside = '') =>
      `<sheet name="${name}" orientation="portrait" widths="9">${inside}</sheet>`;
    const table = '<table name="T"><column name="c" width="9">C</column><row><cell>x</cell></row></table>';
    const link = '<row><cell><a sheet="Nowhere">x</a></cell></row>';
    const faults = [sheet('A') + sheet('B'), sheet('A', table), sheet('A', link)].map((sheets) => {
      return loadOverview(`<workbook ${head}>${sheets}</workbook>`).diagnostics.map(({ rule }) => rule);
    });
    expect(faults).toEqual([['workbook-sheet'], ['workbook-table'], ['workbook-link']]);
  });
});

describe('the matrix of an annex in the workbook of a pack', () => {
  it('is a sheet with the name of its product, its tables and ranges named after its place', () => {
    const { members } = bodyOf(pressOf([kiosk, kiosk]));
    expect(members.map(({ sheet, names }) => [sheet.name, sheet.table!.name, names[0]])).toEqual([
      [
        'Kiosk Hosting',
        'Annex1_Matrix',
        {
          name: 'Annex1_Matrix_number',
          sheet: 'Kiosk Hosting',
          range: { top: 2, left: 1, bottom: 4, right: 1 },
        },
      ],
      [
        'Kiosk Hosting (2)',
        'Annex2_Matrix',
        { name: 'Annex2_Matrix_number', sheet: 'Kiosk Hosting (2)', range: expect.anything() },
      ],
    ]);
  });

  it('has formulas that cite its own ranges, and links to sheets left behind that stay with it', () => {
    const own =
      `<workbook ${head}><sheet name="First" orientation="portrait" widths="9"/>` +
      '<sheet name="Matrix" orientation="portrait"><table name="Matrix"><column name="a" width="9">A</column>' +
      '<column name="b" width="9">B</column><row><cell>{{product}}</cell><cell><count of="Matrix"/></cell></row>' +
      '<row><cell><a sheet="First">back</a></cell><cell/></row></table></sheet></workbook>';
    const templates = loadWorkbookTemplates(sourceWith('templates/workbook.hbs', own), words).value!;
    const { members } = bodyOf(pressOf([kiosk, plant]), templates);
    const { sheet, names } = members[1]!;
    const values = sheet.rows.flatMap(({ cells }) => cells.map(({ value }) => value));
    expect(values).toContainEqual({ kind: 'formula', formula: 'ROWS(Annex2_Matrix_a)', result: 2 });
    expect(values).toContainEqual({ kind: 'link', text: 'back', target: { sheet: 'Plant Watch' } });
    const cited = names.find(({ name }) => name === 'Annex2_Matrix_a')!;
    expect(sheetRange(cited.sheet, cited.range)).toBe("'Plant Watch'!$A$2:$A$3");
  });
});
