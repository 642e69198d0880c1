import type { Inline, TextStyle } from '../../document/tree.ts';
import { codesInText } from './codes.ts';
import { element, type Html } from './node.ts';
import type { Setting } from './setting.ts';

/** Inlines as they stand in a line. */
export function writeInlines(setting: Setting, content: readonly Inline[]): Html[] {
  return content.flatMap((inline) => writeInline(setting, inline));
}

function writeInline(setting: Setting, inline: Inline): Html[] {
  switch (inline.kind) {
    case 'text':
      return [inline.text];
    case 'break':
      return [element('br', {})];
    case 'span':
      return writeSpan(setting, inline);
    case 'link':
      return writeLink(setting, inline);
    case 'codes':
      return [codesInText(inline)];
    case 'page-number':
    case 'page-count':
      // A screen has no pages; those of a print-out are numbered by the style sheet.
      return [];
  }
}

function writeSpan(setting: Setting, span: Extract<Inline, { kind: 'span' }>): Html[] {
  const inside = writeInlines(setting, span.content);
  const reference = setting.notes.references.get(span);
  if (reference) {
    const { id, note } = reference;
    return [element('a', { class: 'reference', id, href: `#${note}`, role: 'doc-noteref' }, ...inside)];
  }
  const look = setting.types.text(withoutWeightOf(span.role, span.style));
  if (!span.role && !look && !span.language) return inside;
  return [element(span.role ?? 'span', { class: look, lang: span.language }, ...inside)];
}

/** Emphasis of either kind is semibold by itself. */
function withoutWeightOf(role: string | undefined, style: Partial<TextStyle>): Partial<TextStyle> {
  const { weight, ...others } = style;
  return weight === undefined || (weight === 600 && (role === 'strong' || role === 'em')) ? others : style;
}

/** Only addresses that leave the page become links; anything else stays text. */
function writeLink(setting: Setting, link: Extract<Inline, { kind: 'link' }>): Html[] {
  const inside = writeInlines(setting, link.content);
  if (!/^(?:https?:|mailto:)/iu.test(link.href)) return inside;
  return [element('a', { href: link.href, rel: 'noreferrer' }, ...inside)];
}
