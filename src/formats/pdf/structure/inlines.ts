import { plainText } from '../../../document/plain.ts';
import type { Inline } from '../../../document/tree.ts';
import { leadsSomewhere } from '../outward.ts';
import { addContent, addElement, type Content, type Element } from './element.ts';
import type { Tagging } from './tagging.ts';

/** Tags inlines into an element: text as its content, links and passages in another language as elements inside. */
export function tagInlines(
  tagging: Tagging,
  inlines: readonly Inline[],
  element: Element,
  link?: Element,
): void {
  // Text on both sides of an inner element is two contents: reading order is the order of kids.
  let content: Content | undefined;
  const tagInside = (inner: Element, inside: readonly Inline[], around: Element | undefined): void => {
    tagInlines(tagging, inside, inner, around);
    content = undefined;
  };
  const claim = (inline: Inline): void => {
    content ??= addContent(element, link);
    tagging.claim(inline, content);
  };
  const tag = (inline: Inline): void => {
    switch (inline.kind) {
      case 'text':
      case 'codes':
        claim(inline);
        break;
      case 'span':
        if (inline.language === undefined) inline.content.forEach(tag);
        else tagInside(addElement(element, 'Span', { language: inline.language }), inline.content, link);
        break;
      case 'link': {
        if (!leadsSomewhere(inline.href, tagging.anchors)) {
          inline.content.forEach(tag);
          break;
        }
        const inner = addElement(element, 'Link', { description: describeLink(inline) });
        tagInside(inner, inline.content, inner);
        break;
      }
      case 'page-number':
        // That of the page itself stands in running lines alone, which no tree tells of.
        if (inline.of !== undefined) claim(inline);
        break;
      default:
        break;
    }
  };
  inlines.forEach(tag);
}

function describeLink({ content, href }: Extract<Inline, { kind: 'link' }>): string {
  return plainText(content).trim() || href;
}
