import { beforeAll, describe, expect, it } from 'vitest';
import { planRound } from '../../import/round/plan.ts';
import { withParts, withSheet } from './edited-workbook.ts';
import { at, bring, buildWorkbooks, edited, matrix, workspace } from './small.ts';

/* What people and programs do to a workbook beside changing its texts. */

beforeAll(buildWorkbooks);

/** A workbook whose columns lost their names. */
const nameless = (bytes: Uint8Array) =>
  withParts(bytes, { 'xl/workbook.xml': (xml) => xml.replace(/<definedNames>.*<\/definedNames>/u, '') });

describe('a cell of codes', () => {
  it.each([
    ['r', 'R'],
    ['a/r', 'RA'],
    ['A, R', 'RA'],
    [' i ', 'I'],
    ['–', ''],
    ['-', ''],
    ['', ''],
    ['\u00A0C\u00A0', 'C'],
  ])('that somebody typed as %j', (typed, held) => {
    const { matrix: after, found } = bring(edited((grid) => (grid[3]![at.customer] = typed)));
    expect(found.filter((text) => text.startsWith('round'))).toEqual([]);
    expect(after).toBe(held === '' ? '' : matrix.replace('alerts,,,RA', `alerts,,${held},RA`));
  });

  it('is refused at its address where it holds no code', () => {
    const { found, plan } = bring(
      edited((grid) => {
        grid[1]![at.customer] = 'Yes';
        grid[2]![at.provider] = 'RX';
      }),
    );
    expect(found).toEqual([
      "round-code: Matrix!E2 holds 'Yes': 'Yes' is no code of RACI.",
      "round-code: Matrix!F3 holds 'RX': 'RX' is no code of RACI.",
    ]);
    expect(plan).toMatchObject({ files: {} });
  });
});

describe('a text', () => {
  it.each([
    ['spaces around it', '  Watch the alerts '],
    ['a no-break space behind it', 'Watch the alerts\u00A0'],
    ['a space twice', 'Watch  the alerts'],
  ])('is the same with %s', (_, typed) => {
    expect(bring(edited((grid) => (grid[3]![at.text] = typed))).plan).toMatchObject({
      changes: [],
      files: {},
    });
  });

  it('is another one with a no-break space that somebody put in', () => {
    const { matrix: after } = bring(edited((grid) => (grid[3]![at.text] = 'Watch\u00A0the alerts')));
    expect(after).toBe(matrix.replace('Watch the alerts', 'Watch\u00A0the alerts'));
  });

  it('is told where a spreadsheet corrected its signs', () => {
    const { found, matrix: after } = bring(
      edited((grid) => (grid[2]![at.text] = 'Restore all that was lost ©')),
    );
    expect(found).toContain(
      "round-spelling: Matrix!D3 has '©' where '(c)' stood: a spreadsheet corrects that while somebody types.",
    );
    expect(after).toContain('restore,use.daily,Restore all that was lost ©,Soon,RA,I\n');
  });

  it('of another activity typed over it is told', () => {
    const { found } = bring(edited((grid) => (grid[3]![at.text] = 'Pay')));
    expect(found).toEqual(["round-unlike: Matrix!D4 says 'Pay', where 'Watch the alerts' stood."]);
  });

  it('that is no longer there is refused', () => {
    const { found } = bring(edited((grid) => (grid[3]![at.text] = ' ')));
    expect(found).toEqual(["round-row: Matrix!D4 is empty, where the activity stood: 'Watch the alerts'."]);
  });
});

describe('a row', () => {
  it('with nothing but its hidden id is gone', () => {
    const { matrix: after } = bring(
      edited((grid) => {
        grid[3] = grid[3]!.map((text, i) => (i === at.id ? text : ''));
      }),
    );
    expect(after).toBe(matrix.replace(/watch.*\n/, ''));
  });

  it('that is new has the section of the row above it, and an id from its words', () => {
    const { matrix: after, plan } = bring(
      edited((grid) => grid.splice(2, 0, ['', '', '', 'Test the "backups"', 'I', 'ra', 'Monthly', ''])),
    );
    expect(after).toBe(
      matrix.replace('restore', 'test-the-backups,use.daily,"Test the ""backups""",Monthly,I,RA\nrestore'),
    );
    expect(plan!.changes).toMatchObject([
      { kind: 'added', to: '1.1 Daily work; Customer I, Provider RA', cell: 'Matrix!D3' },
    ]);
  });

  it('that is new below all others, in a section that has none yet, goes to the end of the file', () => {
    const added = ['', '', 'End', 'Export the data', '', 'RA', '', ''];
    const { matrix: after } = bring(edited((grid) => grid.push(added)));
    expect(after).toBe(`${matrix}export-the-data,end,Export the data,,,RA\n`);
  });

  it('that was copied is a new one; the row that is like the activity keeps its id', () => {
    const { matrix: after, found } = bring(
      edited((grid) => grid.splice(1, 0, grid[3]!.with(at.text, 'Watch the logs'))),
    );
    expect(found).toContain(
      "round-copy: Matrix!D2 has the id 'watch' of Matrix!D5: taken for a copy, which is a new activity.",
    );
    expect(after).toContain('watch-the-logs,use.daily,Watch the logs,,,RA\n');
    expect(after).toContain('watch,use.daily,Watch the alerts,,,RA\n');
  });

  it('that lost its id is known by its text, and may change its codes', () => {
    const { matrix: after, found } = bring(
      edited((grid) => {
        grid[3]![at.id] = '';
        grid[3]![at.customer] = 'I';
      }),
    );
    expect(found).toEqual([
      "round-lost-id: Matrix!H4 lost its id: known by its text as 'watch', whose id stays.",
    ]);
    expect(after).toBe(matrix.replace('alerts,,,RA', 'alerts,,I,RA'));
  });

  it('keeps the id that somebody typed for it, where it can be one', () => {
    const typed = (id: string) =>
      bring(edited((grid) => grid.splice(4, 0, ['', '', '', 'Read the logs', '', 'RA', '', id])));
    expect(typed('logs').matrix).toContain('\nlogs,use.daily,Read the logs,,,RA\n');
    expect(typed('mar-1').found).toEqual([
      "round-id: Matrix!H5 says 'mar-1', which cannot be the id of a new activity.",
    ]);
  });

  it('that is the heading of a section is no activity, and says where the next row belongs', () => {
    const { matrix: after, found } = bring(
      edited((grid) => {
        grid.push(['', '1.1 Daily work', '', '', '', '', '', '']);
        grid.push(['', '', '', 'Call the customer', '', 'RA', '', '']);
      }),
    );
    expect(found.filter((text) => text.startsWith('round'))).toEqual([]);
    expect(after).toContain('call-the-customer,use.daily,Call the customer,,,RA\n');
  });

  it('without a text is named with all that it says', () => {
    const { found } = bring(edited((grid) => grid.push(['', '', '', '', 'To do', '', 'Ask Anna', ''])));
    expect(found).toEqual(["round-row: Matrix!D7 names no activity: 'To do | Ask Anna'."]);
  });

  it('goes to another section with its section cell, by label, title, number or key', () => {
    for (const typed of ['1.2 Access', 'access', '1.2', 'use.access', '7 Access']) {
      const { matrix: after } = bring(edited((grid) => (grid[3]![at.section] = typed)));
      expect(after).toContain('watch,use.access,Watch the alerts,,,RA\n');
    }
  });

  it('with a section that is not known is refused with those that are', () => {
    const bytes = edited((grid) => (grid[3]![at.section] = '9 Nowhere'));
    const { diagnostics } = planRound(workspace, { path: 'edited.xlsx', bytes }, { accept: false });
    expect(diagnostics).toMatchObject([
      {
        message: "Matrix!C4 names a section that is not known, '9 Nowhere'.",
        hints: [expect.stringContaining("type one of '1 Use', '1.1 Daily work', '1.2 Access'.")],
      },
    ]);
  });

  it('is moved within its section, and leaves every other line where it was', () => {
    const { matrix: after, plan } = bring(edited((grid) => grid.splice(1, 0, ...grid.splice(3, 1))));
    const [head, backup, restore, watch, ...rest] = matrix.split(/(?<=\n)/);
    expect(after).toBe([head, watch, backup, restore, ...rest].join(''));
    expect(plan!.changes).toMatchObject([{ kind: 'moved', id: 'watch', line: 4 }]);
  });

  it('among rows of another section stays where it was, and that is said', () => {
    const { plan, found } = bring(edited((grid) => grid.splice(2, 0, ...grid.splice(5, 1))));
    expect(plan).toMatchObject({ changes: [] });
    expect(found).toEqual([
      "round-order: Matrix!C3 says '1.2 Access', among rows of '1.1 Daily work': it stays where it was.",
    ]);
  });
});

describe('a sheet', () => {
  it.each([
    ['activities, from A to Z', at.text, 1],
    ['activities, from Z to A', at.text, -1],
    ['a party, from Z to A', at.customer, -1],
  ])('that was sorted by %s moves nothing', (_, column, direction) => {
    const bytes = edited((grid) => {
      const [head, ...rows] = grid;
      rows.sort((a, b) => (a[column]! < b[column]! ? -direction : a[column]! > b[column]! ? direction : 0));
      grid.splice(0, grid.length, head!, ...rows);
    });
    const { plan, found } = bring(bytes);
    expect(plan).toMatchObject({ changes: [], files: {} });
    expect(found).toEqual([expect.stringContaining('round-sorted')]);
  });

  it('whose numbers were typed anew changes nothing', () => {
    const { plan, found } = bring(
      edited((grid) => grid.slice(1).map((row, i) => row.splice(at.number, 1, `${i}`))),
    );
    expect(plan).toMatchObject({ changes: [] });
    expect(found).toEqual([
      "round-number: Matrix!A2 says '0' (and 4 more): clauses are counted, and no number is taken from a workbook.",
    ]);
  });

  it('whose section was retitled throughout says where titles stand', () => {
    const { plan, found } = bring(
      edited((grid) => {
        for (const row of grid) if (row[at.section] === '1.1 Daily work') row[at.section] = '1.1 Every day';
      }),
    );
    expect(plan).toMatchObject({ changes: [] });
    expect(found).toEqual([
      "round-left-out: Matrix!C2 rewords the title '1.1 Daily work' to '1.1 Every day': titles are not taken from a workbook.",
    ]);
  });

  it('with a column of somebody’s own names what stays behind', () => {
    const { found } = bring(
      edited((grid) => {
        grid[0]!.push('To do');
        grid[2]!.push('Ask Anna');
      }),
    );
    expect(found).toEqual([
      "round-left-out: Matrix!I1 is headed 'To do' and is no column of the matrix: left out 'Ask Anna'.",
    ]);
  });

  it('says nothing above its heads that is brought in', () => {
    const { found, plan } = bring(nameless(edited((grid) => grid.unshift(['Draft of Anna']))));
    expect(plan).toMatchObject({ changes: [] });
    expect(found).toContain(
      "round-left-out: Matrix!A1 stands above the matrix and is left out: 'Draft of Anna'.",
    );
  });

  it('has comments, which are named', () => {
    const comments =
      '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>Anna</author></authors><commentList><comment ref="D3" authorId="0"><text><r><t>Anna:\n</t></r><r><t>how soon?</t></r></text></comment></commentList></comments>';
    const bytes = withParts(
      edited(() => {}),
      {
        'xl/worksheets/_rels/sheet2.xml.rels': (xml) =>
          xml.replace(
            '</Relationships>',
            '<Relationship Id="rId9" Type="x" Target="../comments1.xml"/></Relationships>',
          ),
        'xl/comments1.xml': () => comments,
      },
    );
    expect(bring(bytes).found).toEqual([
      "round-comment: Matrix!D3 has a comment, which stays in the workbook: 'Anna: how soon?'.",
    ]);
  });

  it('beside it reworded changes nothing, and says where that is written', () => {
    const bytes = withParts(
      edited(() => {}),
      {
        'xl/sharedStrings.xml': (xml) =>
          xml.replace('carries the activity out', 'carries the activity out, or delegates it'),
      },
    );
    const { found, plan } = bring(bytes);
    expect(plan).toMatchObject({ changes: [] });
    expect(found).toEqual([
      expect.stringMatching(
        /^round-left-out: Overview!C\d+ says 'carries the activity out, or delegates it'/,
      ),
    ]);
  });

  it('without its ids is known by its texts; a text that was changed is not guessed', () => {
    const withoutIds = (grid: string[][]) => {
      for (const row of grid) row.splice(at.id, 1);
    };
    const unnamed = (bytes: Uint8Array) =>
      withParts(bytes, {
        'xl/workbook.xml': (xml) => xml.replace(/<definedName name="Matrix_id">.*?<\/definedName>/u, ''),
      });
    const { matrix: after } = bring(
      unnamed(
        edited((grid) => {
          withoutIds(grid);
          grid[3]![at.customer] = 'I';
        }),
      ),
    );
    expect(after).toBe(matrix.replace('alerts,,,RA', 'alerts,,I,RA'));
    const { found } = bring(
      unnamed(
        edited((grid) => {
          withoutIds(grid);
          grid[3]![at.text] = 'Watch all alerts';
        }),
      ),
    );
    expect(found).toContain(
      "round-row: Matrix!D4 has no id and says 'Watch all alerts': clause 1.1.3 said 'Watch the alerts'.",
    );
  });

  it('is found by its heads where the names of its columns are lost, whatever their order and what stands above', () => {
    const bytes = edited((grid) => {
      grid[3]![at.customer] = 'I';
      for (const row of grid) row.unshift(row.pop()!);
      grid.unshift(['Draft of Anna']);
    });
    expect(bring(nameless(bytes)).matrix).toBe(matrix.replace('alerts,,,RA', 'alerts,,I,RA'));
  });

  it('with other heads is known by the names of its columns', () => {
    const { matrix: after } = bring(
      edited((grid) => {
        grid[0]![at.customer] = 'The client';
        grid[3]![at.customer] = 'I';
      }),
    );
    expect(after).toBe(matrix.replace('alerts,,,RA', 'alerts,,I,RA'));
  });

  it('without a column of a party is refused', () => {
    const bytes = edited((grid) => {
      for (const row of grid) row.splice(at.customer, 1);
    });
    expect(bring(nameless(bytes)).found).toEqual([expect.stringContaining('round-matrix')]);
  });

  it('names formulas, numbers, errors and merged cells', () => {
    const bytes = withSheet(
      edited(() => {}),
      (xml) =>
        xml
          .replace(/<c r="E2"[^>]*>.*?<\/c>/u, '<c r="E2" t="str"><f>F2</f><v>C</v></c>')
          .replace(/<c r="F3"[^>]*>.*?<\/c>/u, '<c r="F3"><f>E3</f></c>')
          .replace(/<c r="D4"[^>]*>.*?<\/c>/u, '<c r="D4"><v>45000</v></c>')
          .replace(/<c r="F5"[^>]*>.*?<\/c>/u, '<c r="F5" t="e"><v>#REF!</v></c>')
          .replace(
            '</sheetData>',
            '</sheetData><mergeCells><mergeCell ref="C5:C6"/><mergeCell ref="E5:E6"/></mergeCells>',
          ),
    );
    expect(bring(bytes).found).toEqual([
      'round-cell: Matrix!F3 holds a formula that shows nothing.',
      'round-cell: Matrix!D4 holds the number 45000, where a text is expected.',
      'round-cell: Matrix!F5 shows the error #REF!.',
      'round-cell: Matrix!E5 is one of the merged cells E5:E6: what the others say is not known.',
      "round-formula: Matrix!E2 holds a formula: what it shows was taken, 'C'.",
    ]);
  });
});
