import { readConfig } from '../catalogue/config.ts';
import { makeId } from '../catalogue/ids.ts';
import { productsFolder } from '../catalogue/products.ts';
import { Reader } from '../catalogue/reader.ts';
import { shorten } from '../catalogue/texts.ts';
import { shippedLanguage } from '../catalogue/wording.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { addColumn, replaceCells } from '../tables/edit.ts';
import type { Row, Table } from '../tables/table.ts';
import { productSchema } from '../workspace/schemas/product.ts';
import type { WritableWorkspace } from '../workspace/workspace.ts';

/** An id that was missing. */
export type FilledId = {
  readonly file: string;
  readonly record: number;
  readonly id: string;
  /** The activity it stands for, shortened. */
  readonly activity: string;
};

/** The change of one file: its new bytes, not written yet. */
export type FileFix = {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly filled: readonly FilledId[];
};

/** Works out the ids that matrices lack, made from the words of their activities; writes nothing. */
export function planIds(
  workspace: WritableWorkspace,
  products: readonly string[],
): { fixes: FileFix[]; diagnostics: readonly Diagnostic[]; tables: ReadonlyMap<string, Table> } {
  const reader = new Reader(workspace);
  const language = readConfig(reader)?.language ?? shippedLanguage;
  const fixes = products
    .map((product) => planFile(reader, workspace, product, language))
    .filter((fix) => fix !== undefined);
  return { fixes, diagnostics: reader.diagnostics, tables: reader.tables };
}

function planFile(
  reader: Reader,
  workspace: WritableWorkspace,
  product: string,
  workspaceLanguage: string,
): FileFix | undefined {
  const file = `${productsFolder}/${product}/matrix.csv`;
  const settings = reader.yaml(`${productsFolder}/${product}/product.yaml`, productSchema, {});
  const table = reader.table(file, settings?.value.language ?? workspaceLanguage, {});
  const source = workspace.read(file);
  if (table === undefined || source === undefined) return undefined;
  const taken = new Set(table.rows.map((row) => row.cell('id')?.text ?? '').filter((id) => id !== ''));
  const nameless = table.rows.filter((row) => (row.cell('id')?.text ?? '') === '');
  if (nameless.length === 0) return undefined;
  const filled = nameless.map((row) => fillId(row, file, taken));
  const column = table.header.find((cell) => cell.text === 'id');
  const texts = new Map(filled.map(({ record, id }) => [record, id]));
  const edited =
    column === undefined
      ? addColumn(source.bytes, table, 'id', (record) => texts.get(record) ?? '')
      : replaceCells(
          source.bytes,
          table,
          filled.map(({ record, id }) => ({ record, field: column.field, text: id })),
        );
  reader.report(...edited.diagnostics);
  return edited.value && { file, bytes: edited.value, filled };
}

function fillId(row: Row, file: string, taken: Set<string>): FilledId {
  const activity = row.cell('activity')?.text ?? '';
  const id = makeId(activity, taken);
  taken.add(id);
  return { file, record: row.record, id, activity: shorten(activity) };
}
