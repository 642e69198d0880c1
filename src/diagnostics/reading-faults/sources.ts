import { error, type FaultGroup, note, warning } from './fault.ts';

/** What can be wrong with the files of a workspace. */
export const sourceFaults: readonly FaultGroup[] = [
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
      error(
        'csv-conflict',
        'git could not merge two versions of the file, and left both in it.',
        'Keep the rows that hold, and delete the others with the marks around them.',
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
      note(
        'language-original',
        'Documents name the language that prevails, and are not built in it.',
        'Add it to `languages`, unless readers have the original already.',
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
      error(
        'glossary-row',
        'A row of data/glossary.csv says nothing that could be held against a text.',
        'Write a language, and with it a word to avoid, or a term and the words to use for it.',
      ),
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
];
