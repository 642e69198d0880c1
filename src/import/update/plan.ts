import { idMaker } from '../../catalogue/ids.ts';
import type { Product } from '../../catalogue/model.ts';
import { flattenSections } from '../../catalogue/sections.ts';
import type { Change } from '../../scaffold/change.ts';
import type { Row } from '../../tables/table.ts';
import { writeCsv } from '../../tables/write.ts';
import type { Comparison } from '../language/compare.ts';
import { adoptCodes } from '../product/codes.ts';
import { cellAdopter } from '../product/rows.ts';
import { adoptSections, type ImportedSections, writeSections } from '../product/sections.ts';

/**
 * The matrix as its page has it now. A row that is there already keeps its id, its further columns, a note that the
 * page does not have, and its codes where the page is not certain of them; what the page has no more is gone.
 */
export function planUpdate(compared: Comparison): Change {
  const { product, joined, table } = compared;
  const known = flattenSections(product.sections).map(({ key, title, number }) => ({
    key,
    title: title.source,
    number,
  }));
  const sections = adoptSections(joined, known, product.name.source);
  return {
    [table.file]: writeMatrix(compared, sections),
    ...(isSameList(sections, product)
      ? {}
      : { [`${product.folder}/sections.csv`]: writeSections(sections.sections) }),
  };
}

function writeMatrix(
  { product, joined, columns, matches, table }: Comparison,
  sections: ImportedSections,
): string {
  const header = table.header.map(({ text }) => text);
  const rowOf = new Map(table.rows.map((row) => [row.cell('id')?.text, row]));
  const earlier = new Map(
    matches.flatMap(({ activity, row, isSure }) =>
      isSure ? [[row, rowOf.get(product.activities[activity]!.id)] as const] : [],
    ),
  );
  const idOf = idMaker(new Set(table.rows.map((row) => row.cell('id')?.text ?? '')));
  const adoptCell = cellAdopter(joined, adoptCodes(joined.codeSet).write);
  const rows = joined.rows.map((found, index) => {
    const before = earlier.get(index);
    const id = textIn(before, 'id') || idOf(found.activity);
    const said: Record<string, string> = {
      id,
      section: sections.keyOf(index),
      activity: found.activity,
      note: found.note ?? textIn(before, 'note'),
    };
    columns.partyOf.forEach((party, at) => {
      const { text, isCertain } = adoptCell(index, at);
      said[party] = isCertain || before === undefined ? text : textIn(before, party);
    });
    return header.map((column) => said[column] ?? textIn(before, column));
  });
  return writeCsv(header, rows);
}

function textIn(row: Row | undefined, column: string): string {
  return row?.cell(column)?.text ?? '';
}

/** Whether the product's sections are these already, whichever file lists them. */
function isSameList({ sections }: ImportedSections, product: Product): boolean {
  const own = flattenSections(product.sections);
  return (
    own.length === sections.length &&
    own.every((section, index) => {
      const { key, number, title } = sections[index]!;
      return (
        section.key === key && section.title.source === title && (number === '' || number === section.number)
      );
    })
  );
}
