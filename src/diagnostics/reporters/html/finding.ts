import { excerptOf } from '../../excerpt.ts';
import { type LocatedDiagnostic, printPlace } from '../../located.ts';
import { escapeMarkup as text } from '../markup.ts';

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
function writeExcerpt(finding: LocatedDiagnostic): string {
  const excerpt = excerptOf(finding);
  if (excerpt === undefined) return '';
  const { before, marked, after } = excerpt;
  return `<pre><code>${text(before)}<mark>${text(marked)}</mark>${text(after)}</code></pre>`;
}
