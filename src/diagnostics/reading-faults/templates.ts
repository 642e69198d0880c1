import { error, type FaultGroup } from './fault.ts';

/** What can be wrong with templates and with what they write. */
export const templateFaults: readonly FaultGroup[] = [
  {
    title: 'Templates',
    faults: [
      error(
        'template-missing',
        'There is no such template.',
        'Add the file, or remove the others so that the shipped ones stand in.',
      ),
      error('template-encoding', 'The template is not UTF-8.', 'Save it as UTF-8.'),
      error(
        'template-syntax',
        'The template is not Handlebars.',
        'Close the block or the braces that the message names.',
      ),
      error(
        'template-path',
        'A template reads a name that is not there.',
        'The names are listed in [templates.md](templates.md).',
      ),
      error(
        'template-optional',
        'A value that may be absent is printed without asking.',
        'Ask first: `{{#if summary}}...{{/if}}`.',
      ),
      error(
        'template-argument',
        'A helper or a block gets something that it does not take.',
        'The message says what it takes.',
      ),
      error(
        'template-helper',
        'There is no such helper or block.',
        'The helpers are listed in [templates.md](templates.md).',
      ),
      error(
        'template-partial',
        'A partial is not there, or calls itself.',
        'A partial is a file in templates/partials.',
      ),
      error(
        'template-word',
        'A word is not there, or is not given its parameters.',
        'Add it to data/wording.csv, or fill its `{parameters}`.',
      ),
      error(
        'template-place',
        'A value stands where it could become markup.',
        'Put it between tags, or into a quoted attribute.',
      ),
      error(
        'template-refused',
        'Something of Handlebars that could not be checked: `{{{raw}}}`, `lookup`, inline partials.',
        'Write `{{name}}`: what a cell holds is printed as typed.',
      ),
    ],
  },
  {
    title: 'The markup that templates write',
    faults: [
      error(
        'markup-syntax',
        'The markup is not well-formed.',
        'Close every element; write `&amp;` for an ampersand.',
      ),
      error(
        'markup-element',
        'There is no such element.',
        'The elements are listed in [templates.md](templates.md).',
      ),
      error(
        'markup-attribute',
        'An attribute is unknown, missing or has a wrong value.',
        'The message says what is expected.',
      ),
      error(
        'markup-class',
        'There is no such class on this element.',
        'The classes are listed in [templates.md](templates.md).',
      ),
      error(
        'markup-nesting',
        'An element stands where it may not.',
        'The message says what may stand there.',
      ),
      error('markup-text', 'Text stands where only elements may.', 'Put it into a `<p>`.'),
      error(
        'markup-structure',
        'A table or a list of pairs does not add up.',
        'Give every row as many cells as there are columns, every dt a dd.',
      ),
      error(
        'markup-codes',
        'A template prints a code that the product does not have.',
        'Print those of the view.',
      ),
      error(
        'markup-anchor',
        'A link or a page number names an annex that is not in the pack, or stands in an annex.',
        'In the contents of a pack, take the anchors of the view: `<a href="#{{anchor}}">`.',
      ),
    ],
  },
  {
    title: 'The workbook that templates write',
    faults: [
      error('workbook-sheet', 'A workbook has no sheet, or the overview of a pack several.', 'Write one.'),
      error(
        'workbook-row',
        'A row has more or fewer cells than there are columns.',
        'The widths of the sheet, or the columns of the table, say how many.',
      ),
      error(
        'workbook-cell',
        'A cell holds what its type cannot, or spans what it cannot.',
        'The message says what is expected.',
      ),
      error('workbook-text-length', 'A text is longer than the 32,767 characters of a cell.', 'Print less.'),
      error(
        'workbook-width',
        'The width of a column is not a number up to 255.',
        'Write numbers with spaces between.',
      ),
      error('workbook-date', 'The date of the workbook is not one.', 'Write `date="{{updated}}"`.'),
      error(
        'workbook-name',
        'A name cannot name a cell or a table, or does already.',
        'Use letters, digits and underscores, a letter first.',
      ),
      error('workbook-link', 'A link leads nowhere, or to two places.', 'Give it `href` or `sheet`.'),
      error(
        'workbook-table',
        'A table is empty, unknown, not alone on its sheet, or in the overview of a pack.',
        'Give it rows, and a sheet of its own.',
      ),
      error(
        'workbook-column',
        'A column is unknown, named twice, or parts the columns of codes.',
        'Name each once; keep those of codes together.',
      ),
      error('workbook-validation', 'A table has two validations.', 'Keep one.'),
      error(
        'workbook-count',
        'A count names a column without a code, or a code without a column.',
        'Give both.',
      ),
      error('workbook-sum', 'A sum stands above nothing that it could add up.', 'Put it under the counts.'),
      error(
        'workbook-check',
        'A check looks at a table without columns of codes.',
        'Mark them with `codes="yes"`.',
      ),
    ],
  },
];
