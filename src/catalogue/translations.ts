import { type Diagnostic, error, type Scope, warning } from '../diagnostics/diagnostic.ts';
import type { CellPlace } from '../diagnostics/place.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { ownText } from '../tables/own-text.ts';
import type { Cell, Table } from '../tables/table.ts';
import { placeOfCell } from './cells.ts';
import { KeptTexts } from './kept-texts.ts';
import type { Text, TranslationMemory, TranslationRow } from './model.ts';
import { shorten } from './texts.ts';

/** The text of a language, and how far it can be trusted. */
export type Translated = {
  readonly text: string;
  /** `original`: the language is the text's own. `stale`: translates an older wording of this text. */
  readonly status: 'original' | 'reviewed' | 'machine' | 'stale';
  /** The older wording, where the text is stale. */
  readonly source?: string;
};

/** The row that says a text in a language, and in which of three roles. */
export type FoundRow = {
  readonly row: TranslationRow;
  readonly role: 'product' | 'shared' | 'phrase';
  /** Whether it translates an older wording. */
  readonly stale: boolean;
};

/**
 * Finds the row for a text. In this order: the product's row with this id and equal source; any row with this id and
 * equal source; the phrase with equal source (shared by all products); a row with this id and another source, which
 * is stale. Wording, sections and parties have no product and begin with the row of their id.
 */
export function findRow(text: Text, memory: TranslationMemory, product?: string): FoundRow | undefined {
  const { id, source } = text;
  const own = product === undefined ? undefined : memory.byProduct.get(product)?.get(id);
  if (own?.source === source) return { role: 'product', row: own, stale: false };
  const shared = memory.byId.get(id);
  if (shared?.source === source) return { role: 'shared', row: shared, stale: false };
  const phrase = memory.phrases.get(source);
  if (phrase !== undefined) return { role: 'phrase', row: phrase, stale: false };
  if (own !== undefined) return { role: 'product', row: own, stale: true };
  return shared && { role: 'shared', row: shared, stale: true };
}

/** A text in a language; undefined where it is not translated. */
export function translate(
  text: Text,
  language: string,
  memory: TranslationMemory | undefined,
  product?: string,
): Translated | undefined {
  if (text.language === language) return { text: text.source, status: 'original' };
  const found = memory && findRow(text, memory, product);
  if (found === undefined) return undefined;
  const { row, stale } = found;
  return stale
    ? { text: row.text, status: 'stale', source: row.source }
    : { text: row.text, status: row.status };
}

/** Rows of one translation file: with an id, and phrases (whose id is empty). */
export type TranslationFile = {
  readonly rows: readonly TranslationRow[];
  readonly phrases: readonly TranslationRow[];
};

const statuses = ['reviewed', 'machine'] as const;

/** A row as it was read. There is one for every text in every language: its place is told when somebody asks. */
class ReadRow implements TranslationRow {
  readonly id: string;
  readonly source: string;
  readonly text: string;
  readonly status: TranslationRow['status'];
  readonly #file: string;
  readonly #record: number;
  readonly #field: number;

  constructor(
    id: string,
    source: string,
    text: string,
    status: TranslationRow['status'],
    file: string,
    { record, field }: Cell,
  ) {
    this.id = id;
    this.source = source;
    this.text = text;
    this.status = status;
    this.#file = file;
    this.#record = record;
    this.#field = field;
  }

  get place(): CellPlace {
    return { file: this.#file, cell: { record: this.#record, field: this.#field } };
  }
}

/** Reads `id,source,text,status`. Rows without a text are left out: what is not translated yet is missing. */
export function readTranslations(
  table: Table,
  scope: Scope,
  texts = new KeptTexts(),
): { file: TranslationFile; diagnostics: Diagnostic[] } {
  const rows = new Map<string, TranslationRow>();
  const phrases = new Map<string, TranslationRow>();
  const diagnostics: Diagnostic[] = [];
  for (const row of table.rows) {
    const [id, source, text, status] = ['id', 'source', 'text', 'status'].map((name) => row.cell(name));
    if (source === undefined || text === undefined || text.text === '') continue;
    const placeOfText = () => placeOfCell(table.file, text);
    const known = statuses.find((word) => word === status?.text);
    if (known === undefined) {
      const written = status?.text ?? '';
      diagnostics.push(
        error(
          'translation-status',
          status === undefined ? placeOfText() : placeOfCell(table.file, status),
          written === '' ? 'The translation has no status.' : `Status '${written}' is not known.`,
          { hints: [...didYouMean(written, statuses), 'What no person has reviewed is machine.'], scope },
        ),
      );
    }
    const translation = new ReadRow(
      texts.keep(id?.text ?? ''),
      texts.keep(source.text),
      ownText(text.text),
      known ?? 'machine',
      table.file,
      text,
    );
    const [home, key] = translation.id === '' ? [phrases, translation.source] : [rows, translation.id];
    const earlier = home.get(key);
    if (earlier !== undefined) {
      const same = earlier.text === translation.text;
      const report = same ? warning : error;
      diagnostics.push(
        report(
          'translation-duplicate',
          placeOfText(),
          `'${shorten(key)}' is translated twice in this file${same ? '' : ', differently'}.`,
          { hints: ['Keep one of the two.'], also: earlier.place, scope },
        ),
      );
      continue;
    }
    home.set(key, translation);
  }
  return { file: { rows: [...rows.values()], phrases: [...phrases.values()] }, diagnostics };
}
