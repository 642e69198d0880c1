import type { WorkspaceConfig } from '../../catalogue/config.ts';
import type { Product } from '../../catalogue/model.ts';
import { translate } from '../../catalogue/translations.ts';
import { type Checked, checked } from '../../diagnostics/checked.ts';
import { type Diagnostic, isBlocking } from '../../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../../diagnostics/located.ts';
import type { Change } from '../../scaffold/change.ts';
import { type CellEdit, replaceCells } from '../../tables/edit.ts';
import { faultsInFiles } from '../../translate/open.ts';
import { planRows } from '../../translate/rows.ts';
import { surveyUnits } from '../../translate/survey.ts';
import type { WritableWorkspace } from '../../workspace/workspace.ts';
import { type Brought, notBrought, writeInto } from '../brought.ts';
import type { JoinedMatrix } from '../joined.ts';
import { joinSigns } from '../report.ts';
import { type Comparison, comparePage } from './compare.ts';
import { type Advice, compareFindings, keptFindings, placeOfCodes } from './findings.ts';
import { type OpenedTranslation, openTranslation } from './open.ts';
import { findTexts } from './texts.ts';
import { decideTexts } from './writings.ts';

/** How a page is brought in as the translation of a product. */
export type Translating = {
  readonly folder: string;
  readonly workspace: WritableWorkspace;
  readonly config: WorkspaceConfig;
  readonly product: Product;
  readonly language: string;
  readonly parties: readonly string[];
  /** The names of the workspace's parties in the language of the page, by id. */
  readonly partyNames: ReadonlyMap<string, string>;
  readonly name: string | undefined;
  readonly accept: boolean;
  readonly dryRun: boolean;
  readonly locate: (found: readonly Diagnostic[]) => LocatedDiagnostic[];
};

/**
 * Brings a page in as the translation of a product that is there in another language. Its rows are held against the
 * activities; their texts are written where it is certain what they say, and codes stay those of the matrix unless the
 * page's are accepted.
 */
export function bringTranslation(joined: JoinedMatrix, options: Translating): Brought {
  const { workspace, config, language, accept, dryRun, folder } = options;
  const opened = openTranslation(workspace, config, options.product, language);
  const faults = faultsInFiles(opened);
  if (faults.length > 0) return notBrought(opened.tried.locate(faults));
  const memory = opened.catalogue!.translations.get(language);
  const compared = comparePage(joined, {
    product: opened.product,
    tables: opened.tried.tables,
    names: { asked: options.parties, names: options.partyNames },
    textOf: (at) => translate(opened.product.activities[at]!.text, language, memory, opened.product.id)?.text,
  });
  if (compared.value === undefined) return notBrought(options.locate(compared.diagnostics));
  const { matches, columns } = compared.value;
  const texts = findTexts(opened.product, joined, columns, matches, options.name);
  const { writings, kept } = decideTexts(opened, texts, accept);
  const found = [
    ...compareFindings(compared.value, advice).filter(
      ({ rule }) => !(accept && rule === 'import-contradiction'),
    ),
    ...keptFindings(kept, joined.pages[0]!.file),
  ];
  const rows = planRows(opened, writings);
  const codes = accept ? acceptCodes(compared.value, opened) : checked({});
  if (rows.value === undefined || codes.value === undefined) {
    return notBrought(options.locate([...rows.diagnostics, ...codes.diagnostics]));
  }
  const { change, missing, isBuilt } = settleJoining(opened, { ...rows.value, ...codes.value });
  return {
    kind: 'translation',
    files: writeInto(folder, workspace, change, dryRun),
    diagnostics: options.locate(found),
    checked: [],
    missing,
    isBuilt,
  };
}

const advice: Advice = {
  onlyHere: 'Nothing was written for it: translate it, or remove it from the matrix.',
  onlyThere: 'It was left out: a row is added to the matrix in the language of the matrix.',
  unsure: 'Nothing was written for it: if it is, write its text into the file of translations.',
};

/** The matrix with the codes of the page, where what they belong to is certain. */
function acceptCodes(
  { product, columns, matches, table, evidence }: Comparison,
  opened: OpenedTranslation,
): Checked<Change> {
  const source = opened.workspace.read(table.file)!;
  const edits = matches.flatMap(({ activity, row, isSure }): CellEdit[] => {
    if (!isSure || evidence.codes(activity, row) !== 'differ') return [];
    return [...columns.codesOf(row)].flatMap(([party, codes]) => {
      const own = product.activities[activity]!;
      const place = placeOfCodes(own, party, table);
      const isSame = codes === undefined || codes.join() === (own.codes.get(party) ?? []).join();
      return isSame || !('cell' in place) ? [] : [{ ...place.cell, text: joinSigns(codes) }];
    });
  });
  if (edits.length === 0) return checked({});
  const { value, diagnostics } = replaceCells(source.bytes, table, edits);
  return { value: value && { [table.file]: value }, diagnostics };
}

type Settled = Pick<Brought, 'missing' | 'isBuilt'> & { readonly change: Change };

/** Names the language in annex.yaml only when the product lacks nothing in it, and no other product would be held back. */
function settleJoining(opened: OpenedTranslation, change: Change): Settled {
  const { tag, product, joining } = opened;
  const tried = opened.try(change);
  const isHeld = tried.diagnostics.some((found) => isBlocking(found) && found.scope?.language === tag);
  const missing = surveyUnits(tried.value!, tag).filter(
    ({ state, uses }) => state === 'missing' && uses.some((use) => use.product?.id === product.id),
  );
  return {
    change: isHeld ? change : { ...joining, ...change },
    missing: missing.length,
    isBuilt: opened.isBuilt || !isHeld,
  };
}
