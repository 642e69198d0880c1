import { type LocatedDiagnostic, printPlace } from '../../located.ts';
import { escapeMarkup as text } from '../markup.ts';

/** Code units of a source line that are shown before the fault, and in all. */
const before = 60;
const most = 180;

/** A finding as an item of a list: where, what, the line with the fault marked, how to mend it. */
export function writeFinding(finding: LocatedDiagnostic, withFile: boolean): string {
  const { rule, severity, message, hints, also, accepted } = finding;
  const see = also === undefined ? [] : [`See also ${printPlace(also)}`];
  return [
    `<li class="${accepted === undefined ? severity : 'accepted'}">`,
    `<p class="place"><span class="severity">${accepted === undefined ? severity : 'accepted'}</span> ${writePlace(finding, withFile)} <a class="rule" href="#rule-${text(rule)}">${text(rule)}</a></p>`,
    `<p class="message">${text(message)}</p>`,
    writeExcerpt(finding),
    ...[...hints, ...see].map((hint) => `<p class="hint">${text(hint)}</p>`),
    accepted === undefined ? '' : `<p class="reason">${text(accepted)}</p>`,
    '</li>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function writePlace({ place }: LocatedDiagnostic, withFile: boolean): string {
  if (withFile) return text(printPlace(place));
  return 'line' in place ? `line ${place.line}, column ${place.column}` : 'the whole file';
}

/** The line as it was written, cut to what stands around the fault. */
function writeExcerpt({ place, sourceLine }: LocatedDiagnostic): string {
  if (!('line' in place) || sourceLine === undefined) return '';
  const at = place.column - 1;
  const start = at < before ? 0 : at - before;
  const end = Math.min(sourceLine.length, start + most);
  const marked = Math.min(end, at + Math.max(1, place.length ?? 1));
  const head = `${start > 0 ? '…' : ''}${text(sourceLine.slice(start, at))}`;
  const tail = `${text(sourceLine.slice(marked, end))}${end < sourceLine.length ? '…' : ''}`;
  return `<pre><code>${head}<mark>${text(sourceLine.slice(at, marked))}</mark>${tail}</code></pre>`;
}
