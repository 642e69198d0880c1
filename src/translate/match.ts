import { shorten } from '../catalogue/texts.ts';
import { type Diagnostic, warning } from '../diagnostics/diagnostic.ts';
import { groupBy } from './group.ts';
import type { Returned } from './returned.ts';
import type { Writing } from './rows.ts';
import type { Unit } from './unit.ts';

/** What is to be done with a text that came back. */
export type Decision = {
  readonly unit: Unit | undefined;
  /** `left`: it cannot be written, and a finding says why. */
  readonly outcome: 'added' | 'changed' | 'confirmed' | 'same' | 'empty' | 'left';
  /** For what is added, changed or confirmed. */
  readonly writing?: Writing;
  readonly diagnostics: readonly Diagnostic[];
};

export type MatchOptions = {
  /** In place of the status that the file gives each text. */
  readonly status: 'reviewed' | 'machine' | undefined;
};

/** Finds for each text that came back what it translates, and says what is to be done with it. Writes nothing. */
export function matchReturned(
  units: readonly Unit[],
  returned: readonly Returned[],
  options: MatchOptions,
): Decision[] {
  const lookup = indexUnits(units);
  const taken = new Map<Unit, Returned>();
  return returned.map((back) => {
    if (back.text === '') return { unit: undefined, outcome: 'empty', diagnostics: [] };
    const unit = findUnit(back, lookup);
    if (unit === undefined) return left(undefined, explainUnknown(back, lookup));
    const earlier = taken.get(unit);
    if (earlier !== undefined) return decideTwice(unit, earlier, back);
    taken.set(unit, back);
    return decide(unit, back, options);
  });
}

type Lookup = {
  readonly byRef: ReadonlyMap<string, Unit>;
  readonly byName: ReadonlyMap<string, Unit>;
  readonly bySource: ReadonlyMap<string, readonly Unit[]>;
};

function indexUnits(units: readonly Unit[]): Lookup {
  return {
    byRef: new Map(units.map((unit) => [unit.ref, unit])),
    byName: new Map(units.map((unit) => [unit.name, unit])),
    bySource: groupBy(units, ({ source }) => looseForm(source)),
  };
}

/** By its name in the file and its source; by its source alone, where that is the source of one text only. */
function findUnit({ ref, source }: Returned, { byRef, bySource }: Lookup): Unit | undefined {
  const named = byRef.get(ref);
  if (named !== undefined && looseForm(named.source) === looseForm(source)) return named;
  const alike = bySource.get(looseForm(source)) ?? [];
  return alike.length === 1 ? alike[0] : undefined;
}

/** Tools put spaces in order; a text that differs in nothing else is the same. */
function looseForm(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function decide(unit: Unit, back: Returned, options: MatchOptions): Decision {
  const status = options.status ?? back.status;
  const current = unit.state === 'stale' ? undefined : unit.before;
  if (back.hasCodes) return left(unit, explainCodes(back));
  if (current?.text === back.text) {
    const isConfirmed = status === 'reviewed' && current.status === 'machine';
    return isConfirmed ? write(unit, back, 'confirmed', status) : same(unit);
  }
  if (current === undefined) return write(unit, back, 'added', status);
  if (back.text === back.before) return same(unit);
  return isOvertaken(current, back, status)
    ? left(unit, explainConflict(back, current.text))
    : write(unit, back, 'changed', status);
}

/** Whether the workspace's own translation has changed since the file was made. */
function isOvertaken(
  current: NonNullable<Unit['before']>,
  { before }: Returned,
  status: Writing['status'],
): boolean {
  // A tool may have dropped what the translation was; then only what a person has read is not given up.
  if (before === undefined) return current.status === 'reviewed' && status === 'machine';
  return before !== current.text;
}

function write(
  unit: Unit,
  back: Returned,
  outcome: 'added' | 'changed' | 'confirmed',
  status: Writing['status'],
): Decision {
  const writing = { unit, text: back.text, status };
  return { unit, outcome, writing, diagnostics: [] };
}

function same(unit: Unit): Decision {
  return { unit, outcome: 'same', diagnostics: [] };
}

function left(unit: Unit | undefined, diagnostic: Diagnostic): Decision {
  return { unit, outcome: 'left', diagnostics: [diagnostic] };
}

function decideTwice(unit: Unit, earlier: Returned, back: Returned): Decision {
  if (earlier.text === back.text) return same(unit);
  const message = `'${shorten(unit.source)}' is translated twice in this file, differently; the first is taken.`;
  return left(
    unit,
    warning('translated-twice', back.place, message, {
      hints: ['Correct the other in the file, or in the workspace afterwards.'],
      also: earlier.place,
    }),
  );
}

function explainUnknown(back: Returned, { byRef, byName }: Lookup): Diagnostic {
  const today = byRef.get(back.ref) ?? byName.get(back.name);
  const hints = [`Its translation was '${shorten(back.text)}'.`];
  if (today === undefined) {
    const message = `No text reads '${shorten(back.source)}'. Its translation was not written.`;
    return warning('translated-unknown', back.place, message, { hints });
  }
  const message = `The text '${back.name}' was reworded since: '${shorten(back.source)}' is now '${shorten(today.source)}'. Its translation was not written.`;
  return warning('translated-source', back.place, message, {
    hints: [...hints, 'Export it again: annex translate export.'],
  });
}

function explainConflict(back: Returned, current: string): Diagnostic {
  const message = `'${shorten(back.source)}' was translated in the workspace meanwhile: '${shorten(current)}', and not '${shorten(back.text)}', which was not written.`;
  return warning('translated-meanwhile', back.place, message, {
    hints: ['Choose one of the two, and write it in the workspace.'],
  });
}

function explainCodes(back: Returned): Diagnostic {
  const message = `The translation of '${shorten(back.source)}' holds codes of a translation tool, which stand for no text. It was not written.`;
  return warning('translated-code', back.place, message, {
    hints: ['Let the tool treat the text as plain, without tags or placeholders of its own.'],
  });
}
