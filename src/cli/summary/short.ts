import { worstOf } from '../../diagnostics/diagnostic.ts';
import { type LocatedDiagnostic, printPlace } from '../../diagnostics/located.ts';
import { cellOf, printTable } from '../../diagnostics/reporters/markdown-table.ts';

/*
 * A build server drops the summary of a step that is longer than 1 MiB, all of it. So nothing here grows with the
 * workspace: lists end after a while and say how much they leave out, and no text is longer than a person reads.
 */
const mostFindings = 10;
const mostPaths = 50;
const mostCharacters = 300;

/** The worst findings that count, as a table. */
export function printWorst(findings: readonly LocatedDiagnostic[]): string {
  const rows = worstOf(findings, mostFindings).map(({ severity, rule, place, message, hints }) => [
    severity,
    rule,
    shorten(printPlace(place)),
    shorten([message, ...hints].join(' ')),
  ]);
  const left = worstOf(findings, findings.length).length - rows.length;
  return printTable(['', 'Rule', 'Place', 'Finding'], rows) + (left > 0 ? `\n${left} more findings.\n` : '');
}

/** Paths below a title, each with what is to be said of it. Nothing where there are none. */
export function printPaths(
  title: string,
  entries: readonly (readonly [path: string, says: string])[],
  url?: URL,
): string {
  if (entries.length === 0) return '';
  const shown = entries.slice(0, mostPaths).map(([path, says]) => {
    const name = cellOf(shorten(path));
    const linked = url === undefined ? name : `[${name}](${new URL(encodePath(path), url)})`;
    return `- ${linked}${says === '' ? '' : `: ${cellOf(shorten(says))}`}\n`;
  });
  const left = entries.length - shown.length;
  return `\n**${title}**\n\n${shown.join('')}${left > 0 ? `- and ${left} more\n` : ''}`;
}

/** No sign of a path ends the link that it stands in. */
function encodePath(path: string): string {
  return encodeURI(shorten(path)).replace(/[()#?]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

function shorten(text: string): string {
  const letters = [...text];
  return letters.length <= mostCharacters ? text : `${letters.slice(0, mostCharacters).join('')}…`;
}
