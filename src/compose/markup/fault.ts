import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import { readAt } from './at.ts';
import { entities } from './entities.ts';

type Fault = { readonly message: string; readonly pos: number };
type OpenTag = { readonly name: string; readonly at: string };

/**
 * Says where in the template markup went wrong. The parser stops in the rendered text, often far behind the cause:
 * for a missing end tag the place is where the element was opened, else the tag at the fault or the last one before it.
 */
export function explainMarkupFault(markup: string, fault: Fault, file: string): Diagnostic {
  const before = [...markup].slice(0, fault.pos).join('');
  const { open, last } = readTags(before);
  const reason = fault.message.split('\n')[0]!.replace(/ \(line \d+, column \d+\)$/, '');
  const unclosed = open.at(-1);
  if (reason.startsWith('Missing end tag') && unclosed) {
    const found = /^<\/[^>]*>?/.exec(markup.slice(before.length))?.[0];
    return markupFault(
      unclosed.at || file,
      `<${unclosed.name}> is not closed${found ? ` before ${found}` : ''}.`,
      [`Write </${unclosed.name}> where the element ends, or <${unclosed.name}/> if nothing stands in it.`],
    );
  }
  const next = /^<[^\s/>]+ at="([^"]*)"/.exec(markup.slice(before.length))?.[1];
  return markupFault(
    next ?? last ?? file,
    `The markup is not well-formed: ${lowerFirst(reason)}.`,
    hintsFor(reason),
  );
}

/** Reads the tags of a text that may end anywhere: those still open, and where the last one was written. */
function readTags(markup: string): { open: OpenTag[]; last: string | undefined } {
  const open: OpenTag[] = [];
  let last: string | undefined;
  const pattern =
    /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([^\s/>!?]+)((?:"[^"]*"|'[^']*'|[^"'>])*)(>?)/g;
  for (const [, slash, name, attributes = '', end] of markup.matchAll(pattern)) {
    if (name === undefined) continue;
    const at = /^ at="([^"]*)"/.exec(attributes)?.[1];
    last = at ?? last;
    if (slash) open.pop();
    else if (end && !attributes.endsWith('/')) open.push({ name, at: at ?? '' });
  }
  return { open, last };
}

function markupFault(at: string, message: string, hints: readonly string[]): Diagnostic {
  return error('markup-syntax', readAt(at), message, { hints });
}

function hintsFor(reason: string): string[] {
  const entity = /^Named entity isn't defined: &(.+);$/.exec(reason)?.[1];
  if (entity !== undefined)
    return didYouMean(entity, ['amp', 'lt', 'gt', 'quot', 'apos', ...entities.keys()]);
  if (reason.startsWith('Unterminated reference')) return ["Write '&amp;' for an ampersand."];
  return [];
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
