import { readConfig } from '../catalogue/config.ts';
import { productsFolder } from '../catalogue/products.ts';
import { Reader } from '../catalogue/reader.ts';
import { isBlocking } from '../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { UnknownName } from '../plan/request.ts';
import { locateDiagnostics } from '../tables/locate-diagnostics.ts';
import type { Dialect, Table } from '../tables/table.ts';
import { writeCsv } from '../tables/write.ts';
import { openWorkspace } from '../workspace/disk.ts';
import { productSchema } from '../workspace/schemas/product.ts';
import type { Workspace } from '../workspace/workspace.ts';

export type FormatOptions = {
  readonly workspace: string;
  /** Files or folders, as paths in the workspace; all its CSV files where there are none. */
  readonly files: readonly string[];
  /** Writes nothing. */
  readonly check: boolean;
};

export type FormatResult = {
  /** Files that are not canonical, and how they are written: `semicolons, CRLF`. */
  readonly changed: readonly { readonly file: string; readonly was: string }[];
  /** How many files were looked at. */
  readonly looked: number;
  /** What was found in reading them; a file with an error is left as it is. */
  readonly diagnostics: readonly LocatedDiagnostic[];
};

/**
 * Rewrites CSV files canonically: UTF-8, LF, commas, quotes only where they are needed. No value changes. Every file
 * is read before the first is written. Throws UnknownName, WorkspaceFault.
 */
export function formatWorkspace({ workspace: folder, files, check }: FormatOptions): FormatResult {
  const workspace = openWorkspace(folder);
  const known = listTables(workspace);
  for (const name of files) {
    if (!known.some((file) => isAt(file, name))) throw new UnknownName('CSV file', name, known);
  }
  const wanted = known.filter((file) => files.length === 0 || files.some((name) => isAt(file, name)));
  const reader = new Reader(workspace);
  const languageOf = languages(reader);
  const formatted = wanted.flatMap((file) => {
    const language = languageOf(file);
    const table = language === undefined ? undefined : reader.table(file, language, {});
    const isFaulty = reader.diagnostics.some((found) => found.place.file === file && isBlocking(found));
    return table === undefined || isFaulty ? [] : [{ file, table, bytes: encodeCanonically(table) }];
  });
  const changed = formatted.filter(({ file, bytes }) => !equal(workspace.read(file)!.bytes, bytes));
  if (!check) for (const { file, bytes } of changed) workspace.write(file, bytes);
  return {
    changed: changed.map(({ file, table }) => ({ file, was: describe(table.dialect) })),
    looked: wanted.length,
    diagnostics: locateDiagnostics(reader.diagnostics, { tables: reader.tables, read: () => undefined }),
  };
}

function isAt(file: string, name: string): boolean {
  return file === name || file.startsWith(`${name}/`);
}

/** The CSV files of a workspace, by their paths. */
export function listTables(workspace: Workspace): string[] {
  const products = workspace.list(productsFolder).folders.map((id) => `${productsFolder}/${id}`);
  const folders = ['data', ...products].flatMap((folder) => [folder, `${folder}/translations`]);
  return folders.flatMap((folder) =>
    workspace.list(folder).files.flatMap((name) => (/\.csv$/i.test(name) ? [`${folder}/${name}`] : [])),
  );
}

/** A table as bytes of the canonical form. Columns without a name hold nothing and are left out. */
export function encodeCanonically(table: Table): Uint8Array {
  const columns = table.header.map((cell) => cell.text).filter((name) => name !== '');
  const rows = table.rows.map((row) => columns.map((column) => row.cell(column)?.text ?? ''));
  return new TextEncoder().encode(writeCsv(columns, rows));
}

/**
 * In which language each file is, which decides the code page of one that is not Unicode; undefined where the YAML
 * that says so cannot be read, for a wrong guess would garble letters.
 */
function languages(reader: Reader): (file: string) => string | undefined {
  const shared = readConfig(reader)?.language;
  const own = new Map<string, string | undefined>();
  const ofProduct = (folder: string): string | undefined => {
    if (reader.workspace.read(`${folder}/product.yaml`) === undefined) return shared;
    const yaml = reader.yaml(`${folder}/product.yaml`, productSchema, {});
    return yaml && (yaml.value.language ?? shared);
  };
  return (file) => {
    const translated = /\/translations\/([^/]+)\.csv$/i.exec(file)?.[1];
    if (translated !== undefined) return translated;
    const product = /^data\/products\/[^/]+/.exec(file)?.[0];
    if (product === undefined) return shared;
    if (!own.has(product)) own.set(product, ofProduct(product));
    return own.get(product);
  };
}

const delimiters = { ',': undefined, ';': 'semicolons', '\t': 'tabs' } as const;
const newlines = { '\n': undefined, '\r\n': 'CRLF', '\r': 'CR' } as const;

function describe({ delimiter, encoding, bom, newline }: Dialect): string {
  const parts = [
    delimiters[delimiter],
    encoding === 'utf-8' ? undefined : encoding,
    bom ? 'byte order mark' : undefined,
    newlines[newline],
  ];
  return parts.filter((part) => part !== undefined).join(', ') || 'quotes, spaces or empty lines';
}

function equal(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
