import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerTo } from '../answer.ts';
import { at, buildWorkbooks, edited, files, matrix, matrixPath } from './small.ts';

/* `annex import edited.xlsx` as a person reads it. */

beforeAll(buildWorkbooks);

let folder: string;
let workbook: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'annex-round-'));
  for (const [path, text] of Object.entries(files)) write(path, text);
  workbook = write('edited.xlsx', edited(editing));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, content: string | Uint8Array): string {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
  return join(folder, path);
}

function editing(grid: string[][]): void {
  grid[1]![at.text] = 'Back up the service every night';
  grid[2]![at.note] = '';
  grid[3]![at.customer] = 'i';
  grid[3]![at.section] = '1.2 Access';
  grid.splice(4, 1);
  grid.push(['', '', '1.2 Access', 'Take rights back', '', 'RA', '', '']);
  grid.splice(1, 0, ...grid.splice(2, 1));
}

async function run(...args: string[]) {
  const answer = await answerTo(['import', workbook, '--into', folder, ...args]);
  return { code: answer.code, text: answer.text.replaceAll(folder, '.') };
}

const matrixNow = () => readFileSync(join(folder, matrixPath), 'utf8');

const changes = `text    data/products/mail/matrix.csv:2 1.1.1 'Back up the service' -> 'Back up the service every night' (Matrix!D3)
note    data/products/mail/matrix.csv:3 1.1.2 'Soon' -> – (Matrix!G2)
moved   data/products/mail/matrix.csv:3 1.1.2 'Restore what was lost (c)' (Matrix!D2)
section data/products/mail/matrix.csv:4 1.1.3 '1.1 Daily work' -> '1.2 Access' (Matrix!C4)
code    data/products/mail/matrix.csv:4 1.1.3 Customer: – -> I (Matrix!E4)
removed data/products/mail/matrix.csv:5 1.2.1 'Open and close accounts', Customer RA
added   data/products/mail/matrix.csv 'Take rights back', 1.2 Access; Provider RA; as take-rights-back (Matrix!D6)
`;

describe('annex import of an edited workbook', () => {
  it('shows its plan, a line for each change, and writes nothing', async () => {
    expect(await run('--dry-run')).toEqual({ code: 0, text: `${changes}7 changes; nothing written.\n` });
    expect(matrixNow()).toBe(matrix);
  });

  it('brings it in, says what waits for its translation, and has nothing left to bring', async () => {
    expect(await run()).toEqual({
      code: 0,
      text: `${changes}changed data/products/mail/matrix.csv
Brought in 7 changes.
To be translated before these languages are built again: fr (2).
Next: annex translate export --language fr --workspace .
`,
    });
    expect(matrixNow()).toBe(`id,section,activity,note,customer,provider
restore,use.daily,Restore what was lost (c),,RA,I
backup,use.daily,Back up the service every night,,I,RA
watch,use.access,Watch the alerts,,I,RA
rights,use.access,Grant rights,,RA,C
take-rights-back,use.access,Take rights back,,,RA
`);
    expect(await run()).toEqual({
      code: 0,
      text: 'The workbook says what the matrix says: nothing to bring in. The matrix has been changed since the workbook was made.\n',
    });
  });

  it('names a conflict with its three values and both places, and writes nothing until it is accepted', async () => {
    write(matrixPath, matrix.replace('alerts,,,RA', 'alerts,,C,RA').replace('Grant rights', 'Give rights'));
    const { code, text } = await run();
    expect(code).toBe(1);
    expect(text).toContain(
      `data/products/mail/matrix.csv:4:35 error round-conflict In clause 1.1.3 ('watch') 'Customer' held nothing; the matrix now says 'C', the workbook 'I' (Matrix!E4).
    Change one of the two to say the same, or take what the workbook says with --accept.
`,
    );
    expect(text).toMatch(
      /6 changes; nothing written, since errors stand in the way\. The matrix has been changed since/,
    );
    expect(matrixNow()).toContain('alerts,,C,RA');
    expect((await run('--accept')).code).toBe(0);
    expect(matrixNow()).toContain(
      'watch,use.access,Watch the alerts,,I,RA\nrights,use.access,Give rights,,RA,C\n',
    );
  });

  it('gives the same as JSON', async () => {
    const { text } = await run('--dry-run', '--json');
    expect(JSON.parse(text)).toMatchObject({
      format: 1,
      product: 'mail',
      language: 'en',
      edition: '1',
      dryRun: true,
      changes: [
        { kind: 'text', id: 'backup', clause: '1.1.1', line: 2, cell: 'Matrix!D3' },
        { kind: 'note', from: 'Soon', to: '' },
        { kind: 'moved' },
        { kind: 'section' },
        { kind: 'code', party: 'Customer', from: '', to: 'I' },
        { kind: 'removed', id: 'accounts', cell: null },
        { kind: 'added', id: 'take-rights-back', clause: null, line: null },
      ],
      conflicts: [],
      missing: { fr: 2 },
      files: [],
      summary: { errors: 0 },
    });
  });

  it('says what to do with a workbook that carries nothing', async () => {
    workbook = write('foreign.xlsx', 'PK not a zip');
    expect((await run()).code).toBe(1);
    workbook = join(folder, 'gone.xlsx');
    expect((await run()).code).toBe(3);
  });
});
