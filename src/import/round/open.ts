import type { Assembled } from '../../catalogue/assemble.ts';
import { assembleEdition } from '../../catalogue/editions/assemble.ts';
import type { Catalogue, Product } from '../../catalogue/model.ts';
import { type Checked, checked, failed } from '../../diagnostics/checked.ts';
import { type Diagnostic, error, isBlocking } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import { editionName } from '../../edition/carried.ts';
import type { Edition } from '../../edition/edition.ts';
import { type EditionInLanguage, readInLanguage } from '../../edition/in-language.ts';
import { readEdition } from '../../edition/read.ts';
import type { WrittenWorkbook } from '../../readers/written.ts';
import { readWrittenWorkbook } from '../../readers/xlsx/written.ts';
import type { SourceFile } from '../../workspace/workspace.ts';

/** An edited workbook with all that it is held against. */
export type OpenedRound = {
  readonly workbook: WrittenWorkbook;
  readonly catalogue: Catalogue;
  readonly product: Product;
  /** What the workbook was made from. */
  readonly edition: Edition;
  /** The same in the language of the workbook. */
  readonly origin: EditionInLanguage;
};

/**
 * Opens an edited workbook. There is no value where it cannot be told what it was made from, where its product is not
 * in the workspace, or where the matrix cannot be read well enough to change it.
 *
 * @param accept takes the matrix as it is now for what a workbook was made from that lost its edition
 */
export function openRound(
  file: SourceFile,
  { value: catalogue, diagnostics }: Assembled,
  accept: boolean,
): Checked<OpenedRound> {
  const read = readWrittenWorkbook(file.bytes, file.path);
  if (read.value === undefined) return failed(...read.diagnostics);
  if (catalogue === undefined) return failed(...diagnostics.filter(isBlocking));
  const workbook = read.value;
  const edition = readMadeFrom(workbook, catalogue, file.path, accept);
  if (edition.value === undefined) return failed(...edition.diagnostics);
  const product = catalogue.products.find(({ id }) => id === edition.value!.product);
  if (product === undefined)
    return failed(...nameAbsence(edition.value.product, catalogue, diagnostics, file.path));
  const unreadable = diagnostics.filter((found) => isBlocking(found) && keepsFromWriting(found, product));
  if (unreadable.length > 0) return failed(...unreadable);
  const origin = readInLanguage(edition.value, languageOf(workbook, edition.value));
  if (origin !== undefined) return checked({ workbook, catalogue, product, edition: edition.value, origin });
  const message = `The workbook is in '${workbook.language}', in which the edition that it carries has no complete text.`;
  return failed(error('edition-language', { file: file.path }, message));
}

/** The edition that the workbook carries; altered or lost, it is no ground to merge on. */
function readMadeFrom(
  { carried, keywords }: WrittenWorkbook,
  catalogue: Catalogue,
  file: string,
  accept: boolean,
): Checked<Edition> {
  if (isPack(carried)) return failed(refusePack(file));
  const bytes = carried.get(editionName);
  const read = bytes && readEdition(new TextDecoder().decode(bytes), file);
  if (read?.value !== undefined && !read.diagnostics.some(isBlocking)) return checked(read.value);
  const product = catalogue.products.find(({ id }) => keywords.includes(id));
  if (accept && product !== undefined) return checked(assembleEdition(catalogue, product, ''));
  const faults = read?.diagnostics ?? [
    error(
      'edition-missing',
      { file },
      'The workbook carries no edition: another program has lost it, or it is no workbook of annex build.',
    ),
  ];
  const hints = [
    'So it cannot be told what was changed in the workbook and what in the matrix since.',
    'If nobody has changed the matrix since the workbook was made, run this again with --accept.',
    'To import a table that another program made, name --product and --language.',
  ];
  return failed(...faults.map((fault) => ({ ...fault, hints: [...fault.hints, ...hints] })));
}

/** The workbook of several products carries an edition for each. */
function isPack(carried: WrittenWorkbook['carried']): boolean {
  return [...carried.keys()].some((name) => name !== editionName && name.endsWith(`-${editionName}`));
}

function refusePack(file: string): Diagnostic {
  const message = 'The workbook is that of a pack, which shows the matrices of several products.';
  return error('round-pack', { file }, message, {
    hints: ['Edit and import the workbook of each product, which annex build makes.'],
  });
}

function nameAbsence(
  id: string,
  { products }: Catalogue,
  diagnostics: readonly Diagnostic[],
  file: string,
): Diagnostic[] {
  const own = diagnostics.filter((found) => isBlocking(found) && found.scope?.product === id);
  if (own.length > 0) return own;
  const ids = products.map((product) => product.id);
  const hints = [
    ...didYouMean(id, ids),
    `This workspace has ${ids.join(', ') || 'no product'}. Name another with --into DIR.`,
  ];
  return [
    error('round-product', { file }, `The workbook is of the product '${id}', which is not here.`, { hints }),
  ];
}

/** Faults of a matrix with which its rows and columns cannot be told for certain. */
function keepsFromWriting({ rule, place }: Diagnostic, { folder }: Product): boolean {
  return place.file === `${folder}/matrix.csv` && /^(?:csv|column|id|file|matrix)-/.test(rule);
}

/** The language that the workbook names, which programs keep; else the one whose texts it has. */
function languageOf({ language, sheets }: WrittenWorkbook, edition: Edition): string {
  if (language !== undefined && edition.languages.includes(language)) return language;
  const texts = new Set(
    sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text.trim()))),
  );
  const counted = edition.languages.map((tag) => ({
    tag,
    found: edition.activities.filter(({ activity }) => texts.has(activity[tag]?.text ?? '')).length,
  }));
  const unknown = { tag: language ?? edition.language, found: 0 };
  return counted.reduce((best, one) => (one.found > best.found ? one : best), unknown).tag;
}
