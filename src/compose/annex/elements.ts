import { attributeTypes, blocks, type Dialect, empty, flow, inline } from '../markup/dialect.ts';
import { inspectPairs, inspectTable } from './structure.ts';

const { text, language, goal, whole, decimal, choice } = attributeTypes;

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const textBlocks = [...headings, 'p', 'ul', 'ol', 'dl', 'table', 'notice', 'img'];
const cellBlocks = [...headings, 'p', 'ul', 'ol'];
const inText = ['a', 'strong', 'em', 'span', 'ins', 'del', 'sup', 'br', 'codes', 'page-number'];
const inLines = [...inText, 'page-of'];

const heading = {
  doc: 'A heading. h1 is the title of the annex, h2 a top section, and so on. Its number hangs in the left column.',
  attributes: {
    number: { type: text, doc: 'The number that hangs beside the heading, such as 2.1.' },
    class: {
      type: choice('leaf', 'notes', 'pack', 'contents'),
      doc: 'leaf: the heading of a table of activities, in its head. notes: the heading of notes and links. pack: the title on the cover of a pack. contents: the title of its contents.',
    },
  },
  content: inline(...inText),
} as const;

/** Every element that templates of the annex may write: the builder and the documentation read this table. */
export const annexDialect: Dialect = {
  name: 'annex',
  root: 'annex',
  elements: {
    annex: {
      doc: 'The whole annex.',
      attributes: {
        title: { type: text, required: true, doc: 'Title in the properties of the file.' },
        subject: { type: text, required: true, doc: 'Subject in the properties of the file.' },
      },
      content: blocks('running-header', 'running-footer', 'cover', 'section', ...textBlocks),
    },
    'running-header': {
      doc: 'The line at the top of every page but the first.',
      attributes: {},
      content: blocks('left', 'right'),
    },
    'running-footer': {
      doc: 'The line at the bottom of every page.',
      attributes: {},
      content: blocks('left', 'right'),
    },
    left: { doc: 'What a running line says at the text edge.', attributes: {}, content: inline(...inLines) },
    right: {
      doc: 'What a running line says at the right margin.',
      attributes: {},
      content: inline(...inLines),
    },
    cover: {
      doc: 'The head of page 1: masthead, title, facts. The brand decides between an accent line and a tinted block.',
      attributes: {
        class: { type: choice('page'), doc: 'page: on a page of its own, as the cover of a pack.' },
      },
      content: blocks('masthead', ...textBlocks),
    },
    masthead: {
      doc: "The first line of the cover, with the brand's logo.",
      attributes: {
        name: { type: text, required: true, doc: 'The name beside the logo.' },
        label: { type: text, doc: 'What stands at the right, such as Annex 2.' },
        logo: { type: choice('show', 'hide'), doc: "Whether the brand's logo is shown (show)." },
      },
      content: empty,
    },
    section: {
      doc: 'Blocks that belong together.',
      attributes: {
        from: {
          type: decimal(0),
          doc: 'How far from the top of its page it begins at least, in points: 600 for the foot of a page.',
        },
      },
      content: blocks('section', ...textBlocks),
    },
    ...Object.fromEntries(headings.map((name) => [name, heading])),
    p: {
      doc: 'A paragraph.',
      attributes: {
        class: {
          type: choice(
            'subtitle',
            'summary',
            'label',
            'note',
            'aside',
            'kind',
            'before',
            'end',
            'pack-lead',
            'pack-subtitle',
          ),
          doc: 'subtitle: under the title. summary: what the annex is about. label: a small heading. note: small text. aside: prose of short lines. kind: what sort of change it is. before: what was said. end: the last line. pack-lead, pack-subtitle: over and under the title of a pack.',
        },
      },
      content: inline(...inText),
    },
    ul: { doc: 'A list with bullets.', attributes: {}, content: blocks('li') },
    ol: { doc: 'A list with numbers.', attributes: {}, content: blocks('li') },
    li: { doc: 'An item of a list.', attributes: {}, content: flow(['p', 'ul', 'ol'], inText) },
    dl: {
      doc: 'Pairs of a term and what it says; every dt is followed by its dd.',
      attributes: {
        class: {
          type: choice('facts', 'legend', 'pack'),
          required: true,
          doc: 'facts: in four columns, term over value. legend: in two columns, sign beside meaning. pack: as facts, in larger type.',
        },
      },
      content: blocks('dt', 'dd'),
      inspect: inspectPairs,
    },
    dt: { doc: 'The term of a pair.', attributes: {}, content: inline(...inText) },
    dd: {
      doc: 'What a pair says.',
      attributes: {
        span: { type: whole(1, 4), doc: 'How many of the four columns of facts it takes (1).' },
        class: { type: choice('plain'), doc: 'plain: a fact that is not semibold throughout.' },
      },
      content: inline(...inText),
    },
    table: {
      doc: 'A table. Its head is repeated on every page it reaches.',
      attributes: {
        class: {
          type: choice('matrix', 'changes', 'notes', 'contents'),
          doc: 'matrix: activities and the codes of the parties. changes: the same before and now, with a bar beside what changed. notes: numbered notes, in small type. contents: the annexes of a pack.',
        },
      },
      content: blocks('colgroup', 'thead', 'tbody'),
      inspect: inspectTable,
    },
    colgroup: { doc: 'The columns of a table, from the left.', attributes: {}, content: blocks('col') },
    col: {
      doc: 'A column. Without class and width it shares with its like what the others leave.',
      attributes: {
        class: {
          type: choice('number', 'activity', 'codes'),
          doc: 'number: as wide as the column of hanging numbers. activity: what is left. codes: the slots of a party.',
        },
        width: { type: decimal(1), doc: 'Points, white space included.' },
        pad: { type: decimal(0), doc: 'Points kept free on the right.' },
        label: { type: text, doc: 'What it holds, said to listeners where no cell of the head says it.' },
      },
      content: empty,
    },
    thead: { doc: 'The head of a table.', attributes: {}, content: blocks('tr') },
    tbody: { doc: 'The rows of a table.', attributes: {}, content: blocks('tr') },
    tr: { doc: 'A row of a table.', attributes: {}, content: blocks('th', 'td') },
    th: {
      doc: 'A cell that heads others.',
      attributes: {
        scope: {
          type: choice('column', 'row'),
          doc: 'What it heads (column in the head of the table, else row).',
        },
        colspan: { type: whole(1, 100), doc: 'How many columns it takes (1).' },
        class: {
          type: choice('party', 'activity', 'product', 'page'),
          doc: 'party: the label of a party. activity: what is to be done. product: an annex in the contents of a pack. page: over page numbers.',
        },
        rule: {
          type: choice('below'),
          doc: 'below: a thin rule under the cell, over the columns that it heads.',
        },
      },
      content: flow(cellBlocks, inText),
    },
    td: {
      doc: 'A cell.',
      attributes: {
        colspan: { type: whole(1, 100), doc: 'How many columns it takes (1).' },
        class: {
          type: choice('clause', 'activity', 'annex', 'page'),
          doc: 'clause: the number of a row. activity: what is to be done. annex, page: the number of an annex, and of its page, in the contents of a pack.',
        },
      },
      content: flow(cellBlocks, inText),
    },
    notice: {
      doc: 'A box that must be read.',
      attributes: { title: { type: text, required: true, doc: 'Its first line, semibold.' } },
      content: blocks('p'),
    },
    img: {
      doc: "The brand's logo as a picture of its own.",
      attributes: {
        src: { type: choice('logo'), required: true, doc: 'Which picture.' },
        alt: { type: text, required: true, doc: 'What the picture says; empty for decoration.' },
        height: { type: decimal(1), doc: "Points (the brand's logoHeight)." },
      },
      content: empty,
    },
    a: {
      doc: 'A link to the web, to a mailbox or, in a pack, to an annex.',
      attributes: { href: { type: goal, required: true, doc: 'Where it leads.' } },
      content: inline('strong', 'em', 'span', 'page-number'),
    },
    strong: { doc: 'Semibold text.', attributes: {}, content: inline(...inText) },
    em: {
      doc: 'Stressed text; semibold, since there are no italics.',
      attributes: {},
      content: inline(...inText),
    },
    span: {
      doc: 'A passage with a look or a language of its own.',
      attributes: {
        class: {
          type: choice('muted', 'plain'),
          doc: 'muted: in the muted colour. plain: in regular weight.',
        },
        lang: { type: language, doc: 'The language of the passage.' },
      },
      content: inline(...inText),
    },
    ins: { doc: 'Text that was added since an earlier edition.', attributes: {}, content: inline(...inText) },
    del: { doc: 'Text that was removed since.', attributes: {}, content: inline(...inText) },
    sup: { doc: 'Raised text.', attributes: {}, content: inline() },
    br: { doc: 'A line break.', attributes: {}, content: empty },
    codes: {
      doc: 'The codes a party holds; in a column of codes each in its slot.',
      attributes: {
        held: { type: text, required: true, doc: 'The signs with spaces between; empty prints a dash.' },
        class: { type: choice('past'), doc: 'past: held in an earlier edition, and not now.' },
      },
      content: empty,
    },
    'page-number': {
      doc: 'The number of the page that an annex of a pack begins on.',
      attributes: { of: { type: text, required: true, doc: 'The anchor of the annex.' } },
      content: empty,
    },
    'page-of': {
      doc: 'The number of the page and of all pages, in running lines only.',
      attributes: {
        text: { type: text, required: true, doc: 'The wording, with {page} and {pages} in it.' },
      },
      content: empty,
    },
  },
};
