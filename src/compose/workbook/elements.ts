import { blocks, type Dialect, empty, flow, inline, attributeTypes as type } from '../markup/dialect.ts';
import { cellClasses, conditionClasses, rules } from './classes.ts';

const yesNo = type.choice('yes', 'no');

/** The elements of workbook templates: what each means, what may stand on it and in it. */
export const workbookDialect: Dialect = {
  name: 'workbook',
  root: 'workbook',
  elements: {
    workbook: {
      doc: 'A workbook, with the properties that a file manager shows.',
      attributes: {
        lang: { type: type.language, required: true, doc: 'The language of its texts.' },
        title: { type: type.text, required: true, doc: 'Title of the document.' },
        subject: { type: type.text, required: true, doc: 'What it is about, in a sentence.' },
        author: { type: type.text, required: true, doc: 'Who publishes it.' },
        keywords: { type: type.text, doc: 'Words to find it by, with semicolons between.' },
        date: { type: type.text, required: true, doc: 'Date of the edition, 2026-03-01.' },
      },
      content: blocks('sheet'),
    },
    sheet: {
      doc: 'A sheet: either rows of cells, or one table that starts at its top. Printed one page wide.',
      attributes: {
        name: {
          type: type.text,
          required: true,
          doc: 'On its tab. Shortened to what Excel allows, 31 characters.',
        },
        widths: { type: type.text, doc: 'Widths of the columns in characters, spaces between: 10 32 74.' },
        orientation: {
          type: type.choice('portrait', 'landscape'),
          required: true,
          doc: 'Of the printed page.',
        },
        tab: {
          type: type.choice('accent', 'heading', 'ink', 'rule'),
          doc: 'Colour of its tab, from the brand.',
        },
        'freeze-rows': { type: type.whole(0, 20), doc: 'How many first rows stay in view.' },
        'freeze-columns': { type: type.whole(0, 20), doc: 'How many first columns stay in view.' },
        'repeat-rows': { type: type.whole(0, 20), doc: 'How many first rows are printed on every page.' },
        zoom: { type: type.whole(10, 400), doc: 'Per cent; 100 if left out.' },
      },
      content: blocks('footer', 'row', 'table'),
    },
    footer: {
      doc: 'Stands at the foot of every printed page.',
      attributes: {
        left: { type: type.text, required: true, doc: 'On the left.' },
        pages: {
          type: type.text,
          required: true,
          doc: 'On the right: {page} and {pages} become the page numbers.',
        },
      },
      content: empty,
    },
    row: {
      doc: 'A row of cells. As high as its texts need.',
      attributes: {
        class: {
          type: type.choice(...cellClasses),
          doc: 'For those of its cells that have no class of their own.',
        },
        rule: { type: type.choice(...rules), doc: 'The line under the row.' },
        height: { type: type.whole(1, 409), doc: 'In points, at least; 20 if left out.' },
      },
      content: blocks('cell'),
    },
    cell: {
      doc: 'A cell: a text, a link or something computed. Space at either end of a text is dropped; inside it is kept.',
      attributes: {
        class: { type: type.choice(...cellClasses), doc: 'How it looks.' },
        span: { type: type.text, doc: 'How many columns it takes; rest for all that are left.' },
        rule: {
          type: type.choice(...rules),
          doc: 'The line under it, where it differs from that of the row.',
        },
        type: { type: type.choice('text', 'number', 'date'), doc: 'What its text is; text if left out.' },
        name: { type: type.text, doc: 'A name by which formulas and other programs find the cell.' },
      },
      content: flow(['a', 'count', 'sum', 'check'], []),
    },
    a: {
      doc: 'A link that fills its cell.',
      attributes: {
        href: { type: type.address, doc: 'To an address on the web,' },
        sheet: { type: type.text, doc: 'or to a sheet of this workbook, by its name.' },
      },
      content: inline(),
    },
    count: {
      doc: 'Counts the rows of a table by a formula.',
      attributes: {
        of: { type: type.text, required: true, doc: 'Name of the table.' },
        where: {
          type: type.text,
          doc: 'Only rows whose column of this name equals the first cell of this row.',
        },
        column: { type: type.text, doc: 'Only rows whose column of this name' },
        code: { type: type.text, doc: 'holds this code.' },
      },
      content: empty,
    },
    sum: { doc: 'Adds up the numbers that stand above it without a gap.', attributes: {}, content: empty },
    check: {
      doc: 'Says, by a formula, whether every row of a table holds a code in exactly one of its columns of codes.',
      attributes: {
        of: { type: type.text, required: true, doc: 'Name of the table.' },
        code: { type: type.text, required: true, doc: 'The code to look for.' },
        passed: { type: type.text, required: true, doc: 'What to say if so,' },
        failed: { type: type.text, required: true, doc: 'and if not.' },
      },
      content: empty,
    },
    table: {
      doc: 'An Excel table, to filter and sort: its columns with their headers, then its rows.',
      attributes: {
        name: {
          type: type.text,
          required: true,
          doc: 'What formulas call it; its columns are called Name_column.',
        },
      },
      content: blocks('column', 'row', 'validation', 'condition'),
    },
    column: {
      doc: 'A column of a table; the text is its header.',
      attributes: {
        name: { type: type.text, required: true, doc: 'What formulas call it, after the name of the table.' },
        width: { type: type.decimal(1), required: true, doc: 'In characters.' },
        class: { type: type.choice(...cellClasses), doc: 'How the header looks.' },
        codes: { type: yesNo, doc: 'Whether it holds codes, such as R A.' },
        hidden: { type: yesNo, doc: 'Whether it is kept out of sight.' },
      },
      content: inline(),
    },
    validation: {
      doc: 'What may be chosen in the columns of codes. Other entries are questioned, not refused.',
      attributes: {
        title: { type: type.text, required: true, doc: 'Title of the question.' },
        message: { type: type.text, required: true, doc: 'The question itself.' },
      },
      content: blocks('option'),
    },
    option: { doc: 'One of the values to choose from.', attributes: {}, content: inline() },
    condition: {
      doc: 'How a cell in the columns of codes looks while it holds a code. The more weighty class wins.',
      attributes: {
        code: { type: type.text, required: true, doc: 'The code.' },
        class: { type: type.choice(...conditionClasses), required: true, doc: 'How it looks.' },
      },
      content: empty,
    },
  },
};
