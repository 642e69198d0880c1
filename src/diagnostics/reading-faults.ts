import type { Severity } from './diagnostic.ts';

/**
 * What can be wrong with a file before any rule looks at it, for docs/rules.md. Unlike a rule, such a fault can neither
 * be weighed nor accepted: the model itself would be a guess. A test holds this table against every fault that the
 * program raises.
 */
export type ReadingFault = {
  readonly id: string;
  readonly severity: Severity;
  /** What was found, in one sentence. */
  readonly means: string;
  /** How to mend it. */
  readonly mend: string;
};

/** The faults of reading, by what is read. */
export const readingFaults: readonly {
  readonly title: string;
  readonly faults: readonly ReadingFault[];
}[] = [
  {
    title: 'CSV files',
    faults: [
      error('csv-empty', 'The file is empty.', 'Write the header, then the rows.'),
      error('csv-binary', 'The file is a workbook or another kind of file.', 'Save it as CSV.'),
      error(
        'csv-too-large',
        'The file, a row or a cell is larger than can be read.',
        'Look for a quote that is not closed; delete what is not used.',
      ),
      error(
        'csv-separator',
        'The first line states a delimiter that is not read.',
        'Save with comma, semicolon or tab.',
      ),
      error(
        'csv-quote',
        'A quote stands where none can.',
        'Put quotes around the whole cell, and write each quote inside twice: `"5"" disk"`.',
      ),
      error(
        'csv-ragged',
        'A row has more or fewer cells than the header.',
        'Put quotes around a text that holds the delimiter; add the cells that are missing.',
      ),
      error('csv-header-missing', 'The first line is empty.', 'Begin with the header.'),
      error(
        'csv-header-empty',
        'A column holds text and has no name.',
        'Name the column, or empty its cells.',
      ),
      error('csv-header-duplicate', 'Two columns have the same name.', 'Rename or delete one.'),
      warning(
        'csv-encoding',
        'The file is not UTF-8 and was read in the Windows code page of its language; an error where it cannot be.',
        'Save it as *CSV UTF-8*.',
      ),
      error(
        'csv-encoding-letters',
        'Read in the code page of its language, the file has letters that the language does not.',
        'Save it as *CSV UTF-8*, or correct `language`.',
      ),
      warning(
        'csv-mojibake',
        'Letters stand there as a wrong encoding leaves them, such as `Ã©` for `é`.',
        'Take an older copy, or type them anew.',
      ),
    ],
  },
  {
    title: 'YAML files',
    faults: [
      error(
        'yaml-encoding',
        'The file is not UTF-8, or holds characters that no text has.',
        'Save it as UTF-8.',
      ),
      error(
        'yaml-syntax',
        'The file is not YAML, or uses a part of YAML that is not read: anchors, aliases, tags.',
        'Put quotes around a text that begins with a sign.',
      ),
      error('yaml-key-unknown', 'There is no such key.', 'Correct its spelling, or remove it.'),
      error('yaml-key-missing', 'A key that is needed is not there.', 'Write it.'),
      error('yaml-key-duplicate', 'A key stands twice.', 'Remove one of the two.'),
      error('yaml-value', 'The value is not one that the key takes.', 'The message says what is expected.'),
    ],
  },
  {
    title: 'The workspace and its products',
    faults: [
      error(
        'workspace-empty',
        'There is no product.',
        'Run `annex init`, or name the right folder with `--workspace`.',
      ),
      error(
        'product-id',
        'The folder of a product has a name that no file could carry everywhere.',
        'Use small letters, digits and hyphens, such as `email-pro`.',
      ),
      error(
        'file-unreadable',
        'A file is there and cannot be read; the run ends with exit code 3, and other products are built.',
        'Mend its permissions, or what stands in its place.',
      ),
      error(
        'matrix-empty',
        'A matrix has a header and no activities.',
        'Add activities, or remove the product.',
      ),
      error('format-unknown', 'annex.yaml asks for a format that nobody makes.', 'Correct its name.'),
      error('file-missing', 'A product lacks its product.yaml or its matrix.csv.', 'Add the file.'),
      error(
        'language-unknown',
        'A product names a language that the workspace does not build.',
        'Add it to `languages` in annex.yaml.',
      ),
      error('brand-unknown', 'There is no such brand.', 'A brand is a folder in templates/brands.'),
      error('column-missing', 'A column that is needed is not there.', 'Add it.'),
      error(
        'column-unknown',
        'A column is neither a party nor named under `columns`.',
        'Correct its name, or name it under `columns` in annex.yaml.',
      ),
      warning(
        'rule-unknown',
        'Under `rules` or `accept` stands the name of no rule.',
        'Correct it; the rules are listed above.',
      ),
      warning(
        'accept-unused',
        'Nothing is found that an entry under `accept` would accept.',
        'Correct its row, or remove it.',
      ),
    ],
  },
  {
    title: 'Matrices, sections and words',
    faults: [
      error('id-missing', 'A row has no id.', 'Run `annex fix`.'),
      error(
        'id-invalid',
        'The id cannot be one.',
        'Use 3 to 64 small letters, digits and hyphens, beginning with a letter.',
      ),
      error(
        'id-spreadsheet',
        'A spreadsheet would turn the id into a number or a date.',
        'Choose one that says what the activity is.',
      ),
      error('id-duplicate', 'Two rows have the same id.', 'Give one of them another.'),
      error(
        'code-unknown',
        'A cell holds something that is no code.',
        'Use the codes of the code set, in any order.',
      ),
      warning('code-repeated', 'A cell holds a code twice.', 'Once is enough. Was another meant?'),
      error(
        'section-unknown',
        'A row names no section, or one that is listed nowhere.',
        'Add the section to sections.csv.',
      ),
      error(
        'section-key',
        'The key of a section is not a dotted slug.',
        'Write it as `usage.operations.access`.',
      ),
      error('section-title-missing', 'A section has no title.', 'Write one.'),
      error('section-duplicate', 'A section is listed twice.', 'Remove one of the two.'),
      error(
        'section-number',
        'The number of a section is not one.',
        'Write `3.1.2`, or nothing to have it counted.',
      ),
      error('section-number-duplicate', 'Two sections have the same number.', 'Give each its own, or none.'),
      error('wording-id', 'The id of a word cannot be one.', 'Use letters, digits, hyphens and dots.'),
      error('wording-duplicate', 'A word is listed twice.', 'Keep one of the two.'),
      error(
        'translation-status',
        'A translation has no status, or an unknown one.',
        'Write `reviewed` or `machine`.',
      ),
      error(
        'translation-duplicate',
        'A text is translated twice in a file; a warning where both say the same.',
        'Keep one of the two.',
      ),
    ],
  },
  {
    title: 'Brands',
    faults: [
      error(
        'brand-font',
        'A font is missing or is no static TrueType file.',
        'Put the .ttf file into the folder of the brand.',
      ),
      error('brand-logo', 'The logo is missing.', 'Put the file into the folder of the brand.'),
      error(
        'brand-contrast',
        'Two colours are too near to be told apart: a text needs 4.5, a shape 3.',
        'Darken the text, or lighten what is behind it.',
      ),
      error(
        'party-label',
        'The label of a party has a word that is wider than its column.',
        'Give the party a shorter label under `short`.',
      ),
    ],
  },
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
    ],
  },
  {
    title: 'The workbook that templates write',
    faults: [
      error('workbook-sheet', 'A workbook has no sheet.', 'Write one.'),
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
        'A table is empty, unknown, or not alone on its sheet.',
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
  {
    title: 'The proof',
    faults: [
      error(
        'proof-painted',
        'A finished document does not say what the matrix says, and is not published.',
        'Let the template print every activity with its codes. If it does, please report this.',
      ),
      error(
        'proof-published',
        'A published document does not say what the matrix says.',
        'Run `annex build`. If nobody changed the matrix since, somebody changed the document.',
      ),
      error(
        'proof-carried',
        'What a published document carries is not its edition as the workspace has it.',
        'Run `annex build`. If nobody changed the workspace since, somebody changed the document.',
      ),
      error(
        'proof-bytes',
        'A published document says what the matrix says, and yet is not the one that the workspace makes.',
        'Templates, brand or wording may have changed since: run `annex build`.',
      ),
      warning(
        'proof-version',
        'Another version of this program made a published document, so only what it says was compared.',
        'Run `annex build`, or leave it: what it says agrees.',
      ),
    ],
  },
  {
    title: 'Published files',
    faults: [
      error(
        'file-foreign',
        'A file is neither a PDF nor a workbook.',
        'Name a file that `annex build` made.',
      ),
      error(
        'file-damaged',
        'A PDF or a workbook cannot be read to its end.',
        'Take it from where it was published, or run `annex build`.',
      ),
      error(
        'output-manifest',
        'An output folder has no manifest, or one that no build wrote.',
        'Name an output folder; or run `annex build`.',
      ),
      error(
        'output-checksum',
        'A file is not the one whose checksum was published with it.',
        'Take it from where it was published, or run `annex build`.',
      ),
      error('output-missing', 'The manifest lists a file that is not there.', 'Run `annex build`.'),
      error(
        'output-unmade',
        'The workspace makes a file that the manifest does not list.',
        'Run `annex build`.',
      ),
      error(
        'output-foreign',
        'The manifest lists a file that the workspace does not make.',
        'Run `annex build`, which removes what is no longer made.',
      ),
      warning(
        'output-unlisted',
        'A file lies in the output folder that no build made.',
        'Move it elsewhere.',
      ),
      error(
        'output-kept',
        'Errors in the workspace keep a published file from being held against it, so it was held against the edition that it carries. Where a build kept the file for the same reason, this is a note.',
        'Run `annex check`.',
      ),
    ],
  },
  {
    title: 'The edition that a document carries',
    faults: [
      error(
        'edition-missing',
        'A document carries no edition.',
        'Take it from where it was published: another program may have lost the edition when it saved the file.',
      ),
      error('edition-syntax', 'The edition is not JSON.', 'Take the document from where it was published.'),
      error(
        'edition-shape',
        'The JSON is not that of an edition.',
        'See docs/edition.md for what it has to hold.',
      ),
      error(
        'edition-format',
        'The edition was written by a later version of this program.',
        'Install the newest version.',
      ),
      error(
        'edition-altered',
        'The edition was altered after it was written: its digest no longer fits.',
        'Take the document from where it was published.',
      ),
      error(
        'edition-language',
        'The edition does not have the language that was asked for.',
        'Ask for one of those that the message names.',
      ),
    ],
  },
];

function error(id: string, means: string, mend: string): ReadingFault {
  return { id, severity: 'error', means, mend };
}

function warning(id: string, means: string, mend: string): ReadingFault {
  return { id, severity: 'warning', means, mend };
}
