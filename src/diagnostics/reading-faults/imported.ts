import { error, type FaultGroup, note, warning } from './fault.ts';

/** What can be wrong with pages from elsewhere that are imported. */
export const importedFaults: readonly FaultGroup[] = [
  {
    title: 'Imported pages',
    faults: [
      error(
        'import-format',
        'The file is none of the formats that can be imported.',
        'Save the page as Markdown, HTML, text, DOCX, CSV or XLSX.',
      ),
      error('import-size', 'The file is larger than can be read.', 'Import the page of the matrix alone.'),
      error('import-damaged', 'The file is damaged, or made to exhaust its reader.', 'Save the page again.'),
      warning(
        'import-encoding',
        'The page is not in UTF-8, or letters of it were garbled before. An error where they cannot be read at all.',
        'Save the page as UTF-8.',
      ),
      error(
        'import-no-matrix',
        'The page has no table that is a responsibility matrix.',
        'Take the page from its source: tables are lost where a page is copied as text.',
      ),
      error(
        'import-untrusted',
        'The page was a matrix once, and no row of it can be trusted any more.',
        'Take the page from its source.',
      ),
      error(
        'import-cell',
        'A cell does not say beyond doubt which codes it holds. It is written as it was seen, with a question mark.',
        'Look at the page, and write the codes into the cell.',
      ),
      error(
        'import-row',
        'A row does not say beyond doubt whose codes it holds. Its cells are written as seen, with question marks.',
        'Look at the page, and write the codes into the cells.',
      ),
      error(
        'import-refused',
        'A line may be a row of the matrix and cannot be read as one.',
        'Look at the page, and add the row by hand where it is one.',
      ),
      note(
        'import-legend',
        'The page explains a code in other words than the documents will.',
        'Keep the words of the page under codes: of product.yaml, or see that both mean the same.',
      ),
      note('import-remark', 'Something was read that is not as it should be.', 'Nothing has to be done.'),
      warning(
        'import-number',
        'Two sections were published under one number; the second has another now.',
        'Give it the number that it should have, in the product’s sections.csv.',
      ),
      error(
        'import-pages-differ',
        'Pages that are imported as one product have other parties or codes.',
        'Import them as products of their own.',
      ),
    ],
  },
  {
    title: 'Imported pages beside a matrix',
    faults: [
      error(
        'import-parties-differ',
        'The page does not have as many parties as the matrix, or parties of other ids.',
        'Name the parties of the matrix in the order of the page, with `--parties`.',
      ),
      error(
        'import-unlike',
        'Hardly a row of the page is an activity of the matrix.',
        'Check that it is the page of this product.',
      ),
      error(
        'import-contradiction',
        'The page and the matrix give an activity to different parties.',
        'Find out which is right; `--accept` lets the page change the matrix.',
      ),
      error(
        'import-unsure',
        'A row of the page may be an activity of the matrix, or another.',
        'Look at both, and write the text into the file of translations where it is.',
      ),
      warning(
        'import-only-here',
        'An activity of the matrix is not on the page.',
        'Translate it, or remove it from the matrix.',
      ),
      error(
        'import-only-there',
        'A row of the page is no activity of the matrix.',
        'Add it to the matrix, or take it off the page: a duty that is not listed belongs to nobody.',
      ),
      note('import-moved', 'An activity stands in another place on the page.', 'Nothing has to be done.'),
      warning(
        'import-text-differs',
        'A text has other words on the page than in the workspace.',
        'To take those of the page: `--accept`.',
      ),
    ],
  },
];
