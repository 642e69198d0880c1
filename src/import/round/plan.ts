import type { Assembled } from '../../catalogue/assemble.ts';
import { assembleEdition } from '../../catalogue/editions/assemble.ts';
import { type Checked, checked, failed } from '../../diagnostics/checked.ts';
import { type Diagnostic, isBlocking } from '../../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../../diagnostics/located.ts';
import { digestOf } from '../../edition/digest.ts';
import type { Edition } from '../../edition/edition.ts';
import { excerptEdition } from '../../edition/excerpt.ts';
import { type Change, tryChange, type WrittenFile, writeChange } from '../../scaffold/change.ts';
import type { SourceFile, Workspace, WritableWorkspace } from '../../workspace/workspace.ts';
import { addressOf } from './address.ts';
import { findBreakage } from './breakage.ts';
import { lineFinder, listChanges, type RoundChange } from './changes.ts';
import { findMatrix, type MatrixSheet } from './columns.ts';
import { nameComments } from './comments.ts';
import { conflictFindings } from './conflicts.ts';
import type { RoundContext } from './context.ts';
import { findStrays, judgeOrder, nameDisorder } from './disorder.ts';
import { sectionLabels } from './labels.ts';
import { reviseMatrix } from './matrix-file.ts';
import { type Conflict, type FieldChange, type Merged, mergeWishes } from './merge.ts';
import { makeIds } from './new-ids.ts';
import { type OpenedRound, openRound } from './open.ts';
import { nameOutside } from './outside.ts';
import { pairRows } from './pairing.ts';
import { questionRemovals } from './removals.ts';
import { readRows } from './rows.ts';
import { sequenceSections } from './sequence.ts';
import { type Retranslation, reviseTranslations } from './translation-file.ts';
import { headsIn, knownNow, knownOrigin } from './values.ts';
import { readWishes } from './wishes.ts';

/** What an edited workbook does to the workspace: the changes, and the files as they leave them. */
export type RoundPlan = {
  readonly product: string;
  readonly language: string;
  /** Name of the edition that the workbook was made from. */
  readonly edition: string;
  /** Whether the matrix has been changed since. */
  readonly isOlder: boolean;
  readonly changes: readonly RoundChange[];
  readonly conflicts: readonly Conflict[];
  /** How many texts the changes leave to be translated, by language. */
  readonly missing: Readonly<Record<string, number>>;
  /** Empty where something stands in the way. */
  readonly files: Change;
};

/**
 * Works out what an edited workbook does to the workspace it came from, and writes nothing. There is no value where the
 * workbook could not be held against anything. A blocking finding leaves the plan without files: nothing is written by
 * halves. Throws WorkspaceFault.
 *
 * @param options.accept takes what the workbook says where matrix and workbook were changed in two ways
 */
export function planRound(
  workspace: Workspace,
  file: SourceFile,
  { accept }: { readonly accept: boolean },
): Checked<RoundPlan, LocatedDiagnostic> {
  const today = tryChange(workspace, {});
  const opened = openRound(file, today, accept);
  if (opened.value === undefined) return failed(...today.locate(opened.diagnostics));
  const heads = headsIn(opened.value.catalogue, opened.value.origin);
  const matrix = findMatrix(opened.value.workbook, heads, file.path);
  if (matrix.value === undefined) return failed(...today.locate(matrix.diagnostics));
  const drafted = draftRound(workspace, opened.value, matrix.value, today, { file: file.path, accept });
  const isChange = !drafted.diagnostics.some(isBlocking) && Object.keys(drafted.files).length > 0;
  const tried = isChange ? tryChange(workspace, drafted.files) : today;
  const { broken, missing } = findBreakage(today.diagnostics, tried.diagnostics);
  const { files, diagnostics, ...plan } = drafted;
  const found = [...today.locate(diagnostics), ...tried.locate(broken)];
  return checked({ ...plan, missing, files: found.some(isBlocking) ? {} : files }, found);
}

/** Writes the files of a plan. Throws WorkspaceFault. */
export function applyRound(workspace: WritableWorkspace, { files }: RoundPlan): WrittenFile[] {
  return writeChange(workspace, files);
}

type Draft = Omit<RoundPlan, 'missing'> & { readonly diagnostics: readonly Diagnostic[] };

/** Read the rows, pair them with activities, merge what they ask for, and write it into the files. */
function draftRound(
  workspace: Workspace,
  opened: OpenedRound,
  matrix: MatrixSheet,
  { tables }: Assembled,
  { file, accept }: { readonly file: string; readonly accept: boolean },
): Draft {
  const { workbook, catalogue, product, edition } = opened;
  const context = contextOf(opened, matrix, file);
  const { origin, now, language } = context;
  const read = readRows(matrix, file);
  const pairing = pairRows(read.rows, origin, context);
  const sorting = judgeOrder(pairing.rows, matrix, context);
  const wishes = readWishes(pairing.rows, sorting === undefined, context);
  const merged = mergeWishes(wishes, origin, now, accept);
  const isOrdered = sorting === undefined;
  const strays = new Set(findStrays(wishes.kept, context).keys());
  const sequence = sequenceSections({ merged, origin, now, isOrdered, strays, accept });
  const ids = makeIds(merged.added, edition, product, context);
  const conflicts = [...merged.conflicts, ...sequence.conflicts];
  const table = tables.get(`${product.folder}/matrix.csv`)!;
  const { inMatrix, elsewhere } = partTexts(merged, opened);
  const revised = reviseMatrix(workspace.read(table.file)!.bytes, table, product, {
    changed: inMatrix,
    merged,
    sequence,
    newIds: ids.made,
  });
  const translated = reviseTranslations([...elsewhere.values()], {
    workspace,
    catalogue,
    product,
    language,
    tables,
  });
  const changes = listChanges(merged, {
    product,
    lineOf: lineFinder(tables),
    placeOfText: (change) => translated.value?.places.get(elsewhere.get(change)?.text.id ?? ''),
    newIds: ids.made,
    moved: sequence.moved,
    context,
  });
  return {
    product: product.id,
    language,
    edition: edition.edition,
    isOlder: hasChangedSince(edition, assembleEdition(catalogue, product, ''), language),
    changes,
    conflicts,
    files: {
      ...(revised.value && changesMatrix(changes, table.file) && { [table.file]: revised.value }),
      ...translated.value?.files,
    },
    diagnostics: [
      ...read.diagnostics,
      ...pairing.diagnostics,
      ...wishes.diagnostics,
      ...nameDisorder(pairing.rows, wishes, sorting, matrix, context),
      ...ids.diagnostics,
      ...(accept
        ? []
        : [
            ...conflictFindings(conflicts, { product, table }, context),
            ...questionRemovals(merged, context),
          ]),
      ...revised.diagnostics,
      ...translated.diagnostics,
      ...nameOutside(workbook, matrix, opened.origin, file),
      ...nameComments(workbook, file),
    ],
  };
}

function contextOf(
  { catalogue, product, origin: made }: OpenedRound,
  matrix: MatrixSheet,
  file: string,
): RoundContext {
  const { language } = made;
  const [origin, now] = [knownOrigin(made), knownNow(catalogue, product, language)];
  return {
    origin,
    now,
    labels: sectionLabels(catalogue, origin, now, language),
    parties: product.parties,
    codes: product.codes,
    language,
    prevailing: product.language,
    file,
    at: (row, column) =>
      addressOf(
        matrix.sheet,
        row,
        matrix.columns.get(column ?? 'activity') ?? matrix.columns.get('activity')!,
      ),
  };
}

/** Codes and sections go into the matrix; texts too, but for those of a translated workbook. */
function partTexts(
  { changed }: Merged,
  { product, edition, origin }: OpenedRound,
): { inMatrix: FieldChange[]; elsewhere: Map<FieldChange, Retranslation> } {
  const isText = ({ field }: FieldChange): boolean => field === 'activity' || field === 'note';
  if (origin.language === product.language) return { inMatrix: [...changed], elsewhere: new Map() };
  const elsewhere = new Map<FieldChange, Retranslation>();
  for (const change of changed.filter(isText)) {
    const activity = product.activities.find(({ id }) => id === change.id)!;
    const made = edition.activities.find(({ id }) => id === change.id);
    const [text, texts] =
      change.field === 'note' ? [activity.note, made?.note] : [activity.text, made?.activity];
    if (text === undefined) continue;
    const seen = texts?.[origin.language];
    const source = seen?.source ?? texts?.[edition.language]?.text ?? text.source;
    elsewhere.set(change, { text, source, translation: change.to });
  }
  return { inMatrix: changed.filter((change) => !isText(change)), elsewhere };
}

function changesMatrix(changes: readonly RoundChange[], file: string): boolean {
  return changes.some((change) => change.file === file);
}

/** Whether the product says something else now than when a workbook was made of it. */
function hasChangedSince(carried: Edition, now: Edition, language: string): boolean {
  return digestOf(carried.excerpt ? excerptEdition(now, language) : now) !== digestOf(carried);
}
