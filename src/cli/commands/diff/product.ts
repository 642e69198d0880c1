import type { Paint } from '../../../diagnostics/paint.ts';
import { isAltered, isRenumbered } from '../../../diff/changed.ts';
import type { EditionHead, ProductDiff } from '../../../diff/product-diff.ts';
import { saySummary } from '../../../diff/say.ts';
import { summarize } from '../../../diff/summary.ts';
import { printActivity } from './activity.ts';
import { printSurroundings } from './surroundings.ts';

/** What changed in a product: the counts, clause by clause what changed there, and what changed around them. */
export function printProductDiff(diff: ProductDiff, paint: Paint): string {
  const lines = [
    paint.bold(titleOf(diff)),
    `  ${verdictOf(diff)}`,
    ...printClauses(diff, paint),
    ...printRenumbered(diff, paint),
    ...printSurroundings(diff, paint),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function titleOf({ product, old, now }: ProductDiff): string {
  if (old !== undefined && now !== undefined && old.product !== now.product) {
    return `${sayHead(old, old.product)} -> ${sayHead(now, now.product)}`;
  }
  const editions = [old, now].map((head) => (head === undefined ? 'nothing' : sayEdition(head)));
  return `${product}: ${editions.join(' -> ')}`;
}

function sayHead(head: EditionHead, product: string): string {
  return `${product}, ${sayEdition(head)}`;
}

function sayEdition({ edition, draft }: EditionHead): string {
  return `edition ${edition}${draft ? ' (draft)' : ''}`;
}

function verdictOf(diff: ProductDiff): string {
  const counts = saySummary(summarize(diff));
  const said = {
    same: 'Nothing changed',
    added: 'The product is new',
    removed: 'The product is gone',
    changed: 'No duty moved, no activity changed',
  };
  const isSaid = diff.state === 'changed' && counts !== '';
  return isSaid ? `${counts}.` : `${[said[diff.state], counts].filter((part) => part !== '').join(': ')}.`;
}

/** Section by section, each activity of which anything changed but its number. */
function printClauses(diff: ProductDiff, paint: Paint): string[] {
  return diff.sections.flatMap((section, at) => {
    const changed = diff.activities.filter(
      (activity) =>
        (isAltered(activity) || activity.isUnread) && (activity.now ?? activity.old)!.section === at,
    );
    if (changed.length === 0) return [];
    const { number, title } = (section.now ?? section.old)!;
    return [
      '',
      `  ${paint.bold(`${number} ${title}`.trim())}`,
      ...changed.flatMap((activity) => printActivity(activity, diff, paint)),
    ];
  });
}

/** Clauses that have another number and say what they said, with those that go on counting as one. */
function printRenumbered({ activities }: ProductDiff, paint: Paint): string[] {
  const moved = activities.filter((activity) => isRenumbered(activity) && !isAltered(activity));
  if (moved.length === 0) return [];
  const pairs = moved.map(({ old, now }) => `${old!.clause} -> ${now!.clause}`);
  return ['', `  ${paint.bold('Renumbered alone')}`, ...wrap(pairs, 100).map((line) => `    ${line}`)];
}

/** Words parted by commas, in lines of some characters at most. */
function wrap(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 2 > width) lines.push(word);
    else lines[lines.length - 1] = `${last}, ${word}`;
  }
  return lines;
}
