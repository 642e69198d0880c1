import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { UnknownName } from '../plan/request.ts';
import { type WrittenFile, writeChange } from '../scaffold/change.ts';
import { faultsInFiles, type Home, type OpenedLanguage, openLanguage } from './open.ts';
import { countRemaining, findNew } from './outlook.ts';
import { fileOf, planRows, type Writing } from './rows.ts';
import { surveyUnits } from './survey.ts';
import type { Unit } from './unit.ts';

export type AcceptOptions = {
  readonly workspace: Home;
  readonly language: string;
  /** Ids of texts, such as `backup` or `product.name`, or with their product, `mail/backup`. */
  readonly rows: readonly string[];
  /** Ids of products; all of them where there are none. */
  readonly products: readonly string[];
  /** Every text whose source was reworded, as far as its older wording is certain. */
  readonly allStale: boolean;
  /** Every text that nobody has reviewed; only together with `reviewed`. */
  readonly allMachine: boolean;
  /** A person has read them: what is accepted becomes `reviewed`. */
  readonly reviewed: boolean;
  /** Writes nothing. */
  readonly dryRun: boolean;
};

/** A translation that stays valid. */
export type AcceptedText = {
  /** Path in the workspace. */
  readonly file: string;
  readonly name: string;
  /** The wording that it was made for; equal to `source` where it only was reviewed. */
  readonly was: string;
  readonly source: string;
  readonly text: string;
  readonly status: 'reviewed' | 'machine';
};

export type AcceptResult = {
  readonly accepted: readonly AcceptedText[];
  /** Rows that were named and need nothing: `missing` is not translated, `current` is up to date. */
  readonly passed: readonly { readonly name: string; readonly why: 'missing' | 'current' }[];
  /** Stale texts that were not named, and are too little alike to be accepted together with the others. */
  readonly unsure: readonly AcceptedText[];
  readonly files: readonly WrittenFile[];
  /** How many texts the language lacks or has stale after this. */
  readonly remaining: number;
  readonly diagnostics: readonly LocatedDiagnostic[];
};

/**
 * Says of translations that they are still valid: a stale row takes today's text as its source, and with `reviewed` its
 * status is that a person has read it. Throws NameRefused, UnknownName, WorkspaceFault.
 */
export function acceptTexts(options: AcceptOptions): AcceptResult {
  const opened = openLanguage(options.workspace, options.language, options.products);
  const blocking = opened.catalogue === undefined ? opened.tried.diagnostics : faultsInFiles(opened);
  if (opened.catalogue === undefined || blocking.length > 0) return nothing(opened, blocking);
  const units = surveyUnits(opened.catalogue, opened.tag).filter((unit) => isIn(unit, options.products));
  const named = options.rows.flatMap((row) => findNamed(units, row));
  const wanted = [...new Set([...named, ...units.filter((unit) => isAsked(unit, options))])];
  const writings = wanted.filter((unit) => isAcceptable(unit, options)).map((unit) => accept(unit, options));
  const planned = planRows(
    opened,
    writings.map(({ writing }) => writing),
  );
  if (planned.value === undefined) return nothing(opened, planned.diagnostics);
  const after = opened.try(planned.value);
  return {
    accepted: writings.map(({ accepted }) => accepted),
    passed: named.filter((unit) => !isAcceptable(unit, options)).map(explainPassed),
    unsure: options.allStale
      ? units
          .filter((unit) => unit.state === 'stale' && isUnsure(unit) && !wanted.includes(unit))
          .map((unit) => accept(unit, options).accepted)
      : [],
    files: options.dryRun ? [] : writeChange(opened.workspace, planned.value),
    remaining: countRemaining(after, opened.tag),
    diagnostics: findNew(opened, after),
  };
}

function isIn({ uses }: Unit, products: readonly string[]): boolean {
  return products.length === 0 || uses.some(({ product }) => product && products.includes(product.id));
}

/** Throws UnknownName. */
function findNamed(units: readonly Unit[], row: string): Unit[] {
  const namesOf = ({ uses, name }: Unit): string[] => [
    name,
    ...uses.flatMap(({ text, product }) => [text.id, ...(product ? [`${product.id}/${text.id}`] : [])]),
  ];
  const found = units.filter((unit) => namesOf(unit).includes(row));
  if (found.length === 0) throw new UnknownName('text', row, [...new Set(units.flatMap(namesOf))]);
  return found;
}

function isAsked(unit: Unit, { allStale, allMachine }: AcceptOptions): boolean {
  return (allStale && unit.state === 'stale' && !isUnsure(unit)) || (allMachine && unit.state === 'machine');
}

/** Of these texts another may be the older wording, so that they are accepted by their names alone. */
function isUnsure({ likeness = 1 }: Unit): boolean {
  return likeness < 0.75;
}

function isAcceptable({ state, before }: Unit, { reviewed }: AcceptOptions): boolean {
  return before !== undefined && (state === 'stale' || (reviewed && state === 'machine'));
}

function accept(unit: Unit, options: AcceptOptions): { writing: Writing; accepted: AcceptedText } {
  const { source: was, text, status: held } = unit.before!;
  const status = options.reviewed ? 'reviewed' : held;
  return {
    writing: { unit, text, status },
    accepted: {
      file: fileOf(unit, options.language),
      name: unit.name,
      was,
      source: unit.source,
      text,
      status,
    },
  };
}

function explainPassed({ name, before }: Unit): AcceptResult['passed'][number] {
  return { name, why: before === undefined ? 'missing' : 'current' };
}

function nothing(
  { tried }: OpenedLanguage,
  diagnostics: Parameters<OpenedLanguage['tried']['locate']>[0],
): AcceptResult {
  return {
    accepted: [],
    passed: [],
    unsure: [],
    files: [],
    remaining: 0,
    diagnostics: tried.locate(diagnostics),
  };
}
