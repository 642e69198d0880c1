import { error, type FaultGroup, note, warning } from './fault.ts';

/** What can be wrong with an edited workbook that is brought back. */
export const roundFaults: readonly FaultGroup[] = [
  {
    title: 'Edited workbooks',
    faults: [
      error(
        'round-product',
        'The product of the workbook is not in the workspace.',
        'Name the workspace it was made from with `--into`.',
      ),
      error(
        'round-pack',
        'The workbook is that of a pack, which shows the matrices of several products.',
        'Edit and import the workbook of each product, which `annex build` makes.',
      ),
      error(
        'round-matrix',
        'No sheet has the columns of the matrix.',
        'Put back the heads as they were in the workbook that `annex build` made.',
      ),
      error(
        'round-cell',
        'A cell holds what is no text: a number, an error, a formula that shows nothing, or a part of merged cells.',
        'Type the text itself into the cell.',
      ),
      error(
        'round-code',
        'A cell holds what is no code.',
        'Choose one of the codes that the cell offers, or leave it empty.',
      ),
      error(
        'round-section',
        'A section cell names a section that is not known.',
        'Copy the cell from another row of that section.',
      ),
      error(
        'round-row',
        'A row cannot be taken as an activity: it has no text, or comes in a language that the matrix is not written in.',
        'Complete the row, or remove it.',
      ),
      error(
        'round-id',
        'An id that somebody typed for a new row cannot be one.',
        'Leave the cell empty: an id is made.',
      ),
      error(
        'round-conflict',
        'The workbook and the matrix were changed in two ways since the workbook was made.',
        'Make them say the same, or take what the workbook says with `--accept`.',
      ),
      error(
        'round-removed',
        'The workbook lacks most of the activities that it was made with.',
        'Take the whole workbook; or take them out of the matrix with `--accept`.',
      ),
      error(
        'round-translations',
        'The translations of the product have no column for ids.',
        'Add the column `id` to that file.',
      ),
      warning(
        'round-formula',
        'A cell holds a formula; what it shows was taken.',
        'Look whether that was meant.',
      ),
      warning(
        'round-spelling',
        'A sign stands where letters stood that spreadsheets correct while somebody types, such as © for (c).',
        'Look whether it was meant.',
      ),
      warning(
        'round-unlike',
        'A row says something else altogether than it did.',
        'Where it is another activity, remove the row and add a new one: ids never change.',
      ),
      warning(
        'round-order',
        'A row or a section stands elsewhere in the sheet, and stays where it was in the matrix.',
        'Change the section cell of the row, or the order in sections.csv.',
      ),
      warning(
        'round-left-out',
        'The workbook says something that the matrix has no place for: a column of its own, a title, a chapter.',
        'Write it where it belongs: sections.csv, product.yaml or annex.yaml.',
      ),
      note('round-sorted', 'The sheet was sorted; no activity was moved.', 'Nothing has to be done.'),
      note('round-number', 'Numbers of clauses were changed, which are counted.', 'Nothing has to be done.'),
      note(
        'round-copy',
        'Two rows have one id; one was taken for a copy, a new activity.',
        'Look whether it is the right one.',
      ),
      note('round-lost-id', 'A row lost its id and was known by its text.', 'Nothing has to be done.'),
      note(
        'round-phrase',
        'A phrase that other texts use was reworded for this product alone.',
        'Reword the phrase itself to change it everywhere.',
      ),
      note('round-comment', 'A cell has a comment, which stays in the workbook.', 'Read it.'),
    ],
  },
];
