import { type LocatedDiagnostic, printPlace } from '../located.ts';
import type { Paint } from '../paint.ts';

/** How findings are printed for a person. */
export type HumanOptions = {
  readonly paint: Paint;
  /** Show the offending line with a caret: on a terminal, not in a log. */
  readonly excerpt: boolean;
};

const excerptWidth = 100;

/** One finding: place, severity, rule and message on the first line; excerpt and hints indented below. */
export function printDiagnostic(diagnostic: LocatedDiagnostic, options: HumanOptions): string {
  const { paint } = options;
  const severity = diagnostic.accepted === undefined ? diagnostic.severity : 'accepted';
  const colour = { error: paint.red, warning: paint.yellow, note: paint.blue, accepted: paint.dim }[severity];
  const lines = [
    `${paint.bold(visible(printPlace(diagnostic.place)))} ${colour(severity)} ${paint.dim(diagnostic.rule)} ${visible(diagnostic.message)}`,
  ];
  if (options.excerpt) lines.push(...printExcerpt(diagnostic, paint));
  lines.push(...diagnostic.hints.map((hint) => `    ${visible(hint)}`));
  if (diagnostic.also !== undefined) lines.push(`    See also ${visible(printPlace(diagnostic.also))}`);
  if (diagnostic.accepted !== undefined) lines.push(`    Accepted: ${visible(diagnostic.accepted)}`);
  return lines.join('\n');
}

/** A window of the source line around the fault, and a caret below it. */
function printExcerpt(diagnostic: LocatedDiagnostic, paint: Paint): string[] {
  const { place, sourceLine } = diagnostic;
  if (!('line' in place) || sourceLine === undefined) return [];
  const at = place.column - 1;
  const start = at < excerptWidth - 20 ? 0 : at - Math.floor(excerptWidth / 2);
  const window = sourceLine.slice(start, start + excerptWidth);
  const before = start > 0 ? '...' : '';
  const after = sourceLine.length > start + excerptWidth ? '...' : '';
  const length = Math.max(1, Math.min(place.length ?? 1, window.length - (at - start)));
  const gutter = paint.dim('|');
  return [
    `    ${gutter} ${before}${visible(window.replaceAll('\t', ' '))}${after}`,
    `    ${gutter} ${' '.repeat(before.length + at - start)}${paint.red('^'.repeat(length))}`,
  ];
}

/** Data is printed on terminals: control characters and direction marks are shown, never obeyed. */
export function visible(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}
