import type { Paint } from '../../../diagnostics/paint.ts';
import { isRenumbered } from '../../../diff/changed.ts';
import type { ComparedActivity, PlacedActivity, ProductDiff, Rewording } from '../../../diff/product-diff.ts';

/** An activity of which something changed, as lines: its clause and text, then what became of each of its parts. */
export function printActivity(activity: ComparedActivity, diff: ProductDiff, paint: Paint): string[] {
  const { old, now, wording } = activity;
  const { clause, text } = (now ?? old)!;
  const [sign, colour] = !old
    ? (['+', paint.green] as const)
    : !now
      ? (['-', paint.red] as const)
      : (['~', paint.yellow] as const);
  const was = isRenumbered(activity) ? paint.dim(` (was ${old!.clause})`) : '';
  const said = wording === undefined ? text : printWords(wording, paint);
  return [
    `  ${colour(`${sign} ${clause}`)}${was}  ${said.replace(/\s*\n\s*/gu, ' ')}`,
    ...printParts(activity, diff, paint).map((line) => `      ${line}`),
  ];
}

function printParts(activity: ComparedActivity, diff: ProductDiff, paint: Paint): string[] {
  const { old, now, duties, note, extras, isRelocated, isUnread } = activity;
  if (old === undefined || now === undefined) return [paint.dim(printHeld((now ?? old)!, diff))];
  const names = diff.parties.map((party) => (party.now ?? party.old)!.name);
  const width = Math.max(...duties.map(({ party }) => names[party]!.length), 0);
  return [
    ...duties.map(
      ({ party, from, to }) =>
        `${names[party]!.padEnd(width)}  ${printSigns(from)} -> ${paint.bold(printSigns(to))}`,
    ),
    ...(isUnread ? ['Its codes could not all be read, so its duties were not compared.'] : []),
    ...(isRelocated ? [`from section ${sectionOf(old, diff)}`] : []),
    ...(note === undefined ? [] : [`note: ${printWords(note, paint)}`]),
    ...extras.map(({ column, from, to }) => `${column}: ${from || 'nothing'} -> ${to || 'nothing'}`),
  ];
}

/** What each party holds: `Customer I, Provider R A`. */
function printHeld({ held }: PlacedActivity, { parties }: ProductDiff): string {
  return parties
    .flatMap((party, at) => {
      const signs = held[at];
      return signs === undefined ? [] : [`${(party.now ?? party.old)!.name} ${printSigns(signs)}`];
    })
    .join(', ');
}

function printSigns(signs: readonly string[]): string {
  return signs.join(' ') || 'none';
}

function sectionOf({ section }: PlacedActivity, { sections }: ProductDiff): string {
  const { number, title } = sections[section]!.old!;
  return `${number} ${title}`.trim();
}

/** A reworded text with its changes in place, as wdiff writes them: what was there, and what is. */
export function printWords({ words }: Pick<Rewording, 'words'>, paint: Paint): string {
  const shown = words.map(({ kind, text }) =>
    kind === 'same' ? text : kind === 'added' ? paint.green(`{+${text}+}`) : paint.red(`[-${text}-]`),
  );
  return shown.join('');
}
