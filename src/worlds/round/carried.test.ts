import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { memoryWorkspace } from '../../workspace/memory.ts';
import { itWith, runProgram } from '../programs.ts';
import { buildWorkbook, readGrid, withGrid, withParts } from './edited-workbook.ts';
import { at, bring, buildWorkbooks, edited, files, french, matrix, matrixPath } from './small.ts';

/* What a workbook must have with it to go round, and programs that save it again. */

beforeAll(buildWorkbooks);

const withCode = (grid: string[][]) => {
  grid[3]![at.customer] = 'I';
};
const changed = matrix.replace('alerts,,,RA', 'alerts,,I,RA');

/** The workbook without the sheet that carries its edition. */
const unhidden = (bytes: Uint8Array) =>
  withParts(bytes, { 'xl/workbook.xml': (xml) => xml.replace(/<sheet [^>]*veryHidden[^>]*>/u, '') });

describe('a workbook that lost its edition', () => {
  it('is not merged, and says what can be done', () => {
    const { plan, found } = bring(unhidden(edited(withCode)));
    expect(plan).toBeUndefined();
    expect(found).toEqual([expect.stringContaining('edition-missing: The workbook carries no edition')]);
  });

  it('is held against the matrix as it is now where that is accepted', () => {
    expect(bring(unhidden(edited(withCode)), { accept: true }).matrix).toBe(changed);
  });

  it('is not merged on an edition that somebody altered', () => {
    const altered = withParts(edited(withCode), {
      'xl/sharedStrings.xml': (xml) => xml.replaceAll('"Back up the service"', '"Back up The service"'),
    });
    expect(bring(altered).found).toEqual([expect.stringContaining('edition-altered')]);
  });
});

describe('a workspace', () => {
  it('that has not the product says which it has', () => {
    const { [matrixPath]: _, 'data/products/mail/product.yaml': yaml, ...rest } = files;
    const into = memoryWorkspace({
      ...rest,
      'data/products/mails/product.yaml': yaml,
      'data/products/mails/matrix.csv': matrix,
    });
    expect(bring(edited(withCode), { into }).found).toEqual([
      "round-product: The workbook is of the product 'mail', which is not here.",
    ]);
  });

  it('whose matrix cannot be read says why', () => {
    const into = memoryWorkspace({ ...files, [matrixPath]: matrix.replace('watch,', 'backup,') });
    expect(bring(edited(withCode), { into }).found).toEqual([
      "id-duplicate: The id 'backup' is used twice in this matrix.",
    ]);
  });

  it('gets a column for notes with the first note', () => {
    const bare = matrix.replace(',note,', ',').replaceAll(/,(?:Soon)?,(?=(?:[A-Z]*,)[A-Z]*\n)/g, ',');
    const into = memoryWorkspace({ ...files, [matrixPath]: bare });
    const { matrix: after } = bring(
      edited((grid) => {
        grid[1]![at.note] = 'Every night';
      }),
      { into },
    );
    expect(after).toContain(
      'id,section,activity,note,customer,provider\nbackup,use.daily,Back up the service,Every night,I,RA\n',
    );
    expect(after).toContain('watch,use.daily,Watch the alerts,,,RA\n');
  });

  it('in a code page refuses a letter that the code page lacks', () => {
    const bytes = Uint8Array.from(
      Buffer.from(matrix.replace('Grant rights', 'Grant rights à la carte'), 'latin1'),
    );
    const into = memoryWorkspace({ ...files, 'annex.yaml': 'format: 1\n', [matrixPath]: bytes });
    const { found, plan } = bring(
      edited((grid) => {
        grid[3]![at.text] = 'Watch the alerts of Łódź';
      }),
      { into },
    );
    expect(found).toContainEqual(expect.stringContaining("csv-encoding: 'Ł' cannot be written"));
    expect(plan).toMatchObject({ files: {} });
  });

  it('gets no change that would break it', () => {
    const { found, plan } = bring(
      edited((grid) => {
        grid[3]![at.text] = 'Watch the alerts 😀';
      }),
    );
    expect(found).toContainEqual(expect.stringContaining('glyph-missing'));
    expect(plan).toMatchObject({ files: {} });
  });

  it('keeps its activities where a workbook lacks most of them, until that is accepted', async () => {
    const rows = Array.from({ length: 12 }, (_, i) => `row-${i},use,Do thing number ${i},,RA,\n`);
    const into = memoryWorkspace({ ...files, [matrixPath]: `${matrix}${rows.join('')}` });
    const whole = await buildWorkbook(into, 'mail', 'en');
    const part = withGrid(whole, readGrid(whole).slice(0, 5));
    expect(bring(part, { into }).found).toEqual([
      'round-removed: The workbook lacks 13 of the 17 activities that it was made with.',
    ]);
    expect(bring(part, { into, accept: true }).plan!.changes).toHaveLength(13);
  });

  it('is told how many texts wait for their translation', () => {
    const { found, plan } = bring(
      edited((grid) => {
        grid[3]![at.text] = 'Watch all the alerts';
      }),
    );
    expect(found).toEqual([]);
    expect(plan).toMatchObject({ missing: { fr: 1 } });
  });
});

describe('LibreOffice', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'annex-round-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Opens a workbook in LibreOffice and saves it again. */
  function saveAgain(bytes: Uint8Array): Uint8Array {
    const office = `-env:UserInstallation=file://${join(folder, 'office')}`;
    const filter = 'xlsx:Calc MS Excel 2007 XML';
    writeFileSync(join(folder, 'mail.xlsx'), bytes);
    const out = join(folder, 'saved');
    runProgram('soffice', [
      office,
      '--headless',
      '--convert-to',
      filter,
      '--outdir',
      out,
      join(folder, 'mail.xlsx'),
    ]);
    return new Uint8Array(readFileSync(join(out, 'mail.xlsx')));
  }

  itWith('soffice', 'saves a workbook that says nothing new', () => {
    expect(bring(saveAgain(edited(() => {})))).toMatchObject({ found: [], plan: { changes: [], files: {} } });
  });

  itWith('soffice', 'saves an edited workbook, in either language', () => {
    const rows = (grid: string[][]) => {
      withCode(grid);
      grid[1]![at.text] = 'Back up the service: "all" of it & <more>';
      grid.splice(5, 0, ['', '', '', 'Read the logs', '–', 'A/R', '', '']);
    };
    expect(bring(saveAgain(edited(rows))).matrix).toBe(
      changed
        .replace('Back up the service', '"Back up the service: ""all"" of it & <more>"')
        .replace('rights,', 'read-the-logs,use.access,Read the logs,,,RA\nrights,'),
    );
    const reworded = edited((grid) => {
      grid[1]![at.text] = 'Sauvegarder tout le service';
    }, 'fr');
    expect(bring(saveAgain(reworded)).french).toBe(
      french.replace('Sauvegarder le service,machine', 'Sauvegarder tout le service,reviewed'),
    );
  });
});
