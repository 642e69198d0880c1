import type { Catalogue, Product, Text, TranslationMemory, TranslationRow } from '../../catalogue/model.ts';
import { productsFolder } from '../../catalogue/products.ts';
import { textsOf } from '../../catalogue/texts.ts';
import { type FoundRow, findRow } from '../../catalogue/translations.ts';
import { type Checked, checked } from '../../diagnostics/checked.ts';
import { type Diagnostic, error, note } from '../../diagnostics/diagnostic.ts';
import type { Place } from '../../diagnostics/place.ts';
import type { Change } from '../../scaffold/change.ts';
import { appendRows } from '../../tables/append.ts';
import { type CellEdit, replaceCells } from '../../tables/edit.ts';
import type { Table } from '../../tables/table.ts';
import { writeCsv } from '../../tables/write.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { quote } from '../findings.ts';

/** A text that somebody translated anew in a workbook. */
export type Retranslation = {
  /** As the matrix has it now. */
  readonly text: Text;
  /** The wording that the translator saw. */
  readonly source: string;
  readonly translation: string;
};

/** What the translations are read from. */
export type TranslationSources = {
  readonly workspace: Workspace;
  readonly catalogue: Catalogue;
  readonly product: Product;
  readonly language: string;
  readonly tables: ReadonlyMap<string, Table>;
};

/** Files after a revision, and where each text stands that was translated anew, by its id. */
export type RevisedTranslations = { readonly files: Change; readonly places: ReadonlyMap<string, Place> };

/**
 * The translation files after texts were translated anew: by a person, so they are `reviewed`. A phrase is reworded
 * only where nothing else uses it; else the product gets a row of its own, for what other products say is not for this
 * workbook to decide.
 */
export function reviseTranslations(
  retranslations: readonly Retranslation[],
  sources: TranslationSources,
): Checked<RevisedTranslations> {
  const reworded = new Map<TranslationRow, Retranslation>();
  const own: Retranslation[] = [];
  const places = new Map<string, Place>();
  const diagnostics: Diagnostic[] = [];
  for (const wanted of retranslations) {
    const found = findIn(sources, wanted);
    const others = found === undefined ? [] : usersOf(found, retranslations, wanted, sources);
    const isOwn = found === undefined || found.role === 'shared' || others.length > 0;
    if (isOwn) own.push(wanted);
    else reworded.set(found.row, wanted);
    places.set(wanted.text.id, isOwn ? { file: ownFile(sources) } : found.row.place);
    if (others.length > 0) diagnostics.push(keptPhrase(found!, wanted, others));
  }
  const edited = rewordRows(reworded, sources);
  const added = addOwnRows(own, edited.value ?? {}, sources);
  return {
    value: edited.value && added.value && { files: { ...edited.value, ...added.value }, places },
    diagnostics: [...diagnostics, ...edited.diagnostics, ...added.diagnostics],
  };
}

function memoryOf({ catalogue, language }: TranslationSources): TranslationMemory | undefined {
  return catalogue.translations.get(language);
}

/** The row that says the text now; the phrase of the older wording is found by that. */
function findIn(sources: TranslationSources, { text, source }: Retranslation): FoundRow | undefined {
  const memory = memoryOf(sources);
  return memory && findRow({ ...text, source }, memory, sources.product.id);
}

/** The texts beside this one that a row translates, and that are not to say the same from now on. */
function usersOf(
  { row, role }: FoundRow,
  all: readonly Retranslation[],
  { translation }: Retranslation,
  sources: TranslationSources,
): string[] {
  if (role === 'product') return [];
  const memory = memoryOf(sources)!;
  return sources.catalogue.products.flatMap((product) =>
    [...textsOf(product)]
      .filter(({ text }) => findRow(text, memory, product.id)?.row === row)
      .filter(
        ({ text }) =>
          product !== sources.product ||
          !all.some((other) => other.text.id === text.id && other.translation === translation),
      )
      .map(({ text }) => `${product.id} (${text.id})`),
  );
}

function keptPhrase(
  { row }: FoundRow,
  { text, translation }: Retranslation,
  others: readonly string[],
): Diagnostic {
  const [first, ...more] = others;
  const used = more.length === 0 ? first : `${first} and ${more.length} more`;
  const message = `${quote(translation)} is for '${text.id}' alone: the phrase ${quote(row.text)} is used in ${used}.`;
  return note('round-phrase', row.place, message, {
    hints: ['To change it everywhere, reword the phrase itself.'],
  });
}

function rewordRows(
  reworded: ReadonlyMap<TranslationRow, Retranslation>,
  { workspace, tables }: TranslationSources,
): Checked<Change> {
  const edits = new Map<string, CellEdit[]>();
  for (const [row, { source, translation }] of reworded) {
    const { file } = row.place;
    const table = tables.get(file);
    if (table === undefined || !('cell' in row.place)) throw new Error(`${file} was not read`);
    const { record } = row.place.cell;
    const texts = { text: translation, status: 'reviewed', ...(row.source !== source && { source }) };
    const cells = Object.entries(texts).map(([column, text]) => {
      const { field } = table.header.find((head) => head.text === column)!;
      return { record, field, text };
    });
    edits.set(file, [...(edits.get(file) ?? []), ...cells]);
  }
  const changed = [...edits].map(([file, cells]) => ({
    file,
    edited: replaceCells(workspace.read(file)!.bytes, tables.get(file)!, cells),
  }));
  const diagnostics = changed.flatMap(({ edited }) => edited.diagnostics);
  const files = changed.flatMap(({ file, edited }) =>
    edited.value === undefined ? [] : [[file, edited.value] as const],
  );
  return { value: files.length < changed.length ? undefined : Object.fromEntries(files), diagnostics };
}

function ownFile({ product, language }: TranslationSources): string {
  return `${productsFolder}/${product.id}/translations/${language}.csv`;
}

const columns = ['id', 'source', 'text', 'status'] as const;

/** Adds to the product's own translations; `edited` has them where rows of theirs were reworded in the same run. */
function addOwnRows(
  own: readonly Retranslation[],
  edited: Change,
  sources: TranslationSources,
): Checked<Change> {
  if (own.length === 0) return checked({});
  const { workspace, tables } = sources;
  const file = ownFile(sources);
  const rows = own.map(({ text, source, translation }) => ({
    id: text.id,
    source,
    text: translation,
    status: 'reviewed',
  }));
  const bytes = edited[file] ?? workspace.read(file)?.bytes;
  const table = tables.get(file);
  if (bytes === undefined)
    return checked({
      [file]: writeCsv(
        columns,
        rows.map((row) => columns.map((name) => row[name])),
      ),
    });
  if (table === undefined || !table.header.some(({ text }) => text === 'id')) {
    const hints = [`It has the columns ${columns.join(', ')}.`];
    return {
      value: undefined,
      diagnostics: [
        error('round-translations', { file }, 'Rows of a product need the column id.', { hints }),
      ],
    };
  }
  const { value, diagnostics } = appendRows(
    typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
    table,
    rows,
  );
  return { value: value && { [file]: value }, diagnostics };
}
