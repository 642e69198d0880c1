import { didYouMean } from '../../diagnostics/suggest.ts';
import type { Inline, SpanRole } from '../../document/tree.ts';
import type { Element, Node } from '../markup/element.ts';
import { type Draft, finishText } from './passage.ts';
import { reportAt, type Setting, styleOf } from './setting.ts';

/** Builds the text of an element: inline elements styled, white space and typography of the language set. */
export function buildInline(element: Element, setting: Setting): Inline[] {
  return finishText(draftNodes(element.children, setting.language, setting), setting.hasNarrow);
}

/** Builds a printed text that a template wrote into an attribute. */
export function buildPlain(text: string, setting: Setting): Inline[] {
  return finishText([{ kind: 'text', text, language: setting.language }], setting.hasNarrow);
}

function draftNodes(nodes: readonly Node[], language: string, setting: Setting): Draft[] {
  const drafts: Draft[] = [];
  for (const node of nodes) {
    if (node.kind === 'text') draftText(node.text, language, drafts);
    else drafts.push(...draftElement(node, language, setting));
  }
  return drafts;
}

/** A line feed was typed in the data (markup/element.ts): it breaks the line. */
function draftText(text: string, language: string, drafts: Draft[]): void {
  if (!text.includes('\n')) {
    drafts.push({ kind: 'text', text, language });
    return;
  }
  text.split('\n').forEach((line, index) => {
    if (index > 0) drafts.push({ kind: 'break' });
    drafts.push({ kind: 'text', text: line, language });
  });
}

function draftElement(element: Element, language: string, setting: Setting): Draft[] {
  const inside = (own = language) => draftNodes(element.children, own, setting);
  switch (element.name) {
    case 'br':
      return [{ kind: 'break' }];
    case 'codes':
      return [{ kind: 'solid', inline: buildCodes(element, setting) }];
    case 'page-of':
      return draftPageOf(element, setting);
    case 'page-number': {
      const of = element.attributes.get('of')!;
      checkAnchor(element, of, setting);
      return [{ kind: 'solid', inline: { kind: 'page-number', of } }];
    }
    case 'a': {
      const href = element.attributes.get('href')!;
      if (href.startsWith('#')) checkAnchor(element, href.slice(1), setting);
      return [
        { kind: 'group', content: inside(), wrap: (content) => ({ kind: 'link', href, content, style: {} }) },
      ];
    }
    default:
      return [draftSpan(element, inside(element.attributes.get('lang')), setting)];
  }
}

/** Only in a pack are there annexes to lead to. */
function checkAnchor(element: Element, anchor: string, setting: Setting): void {
  const { anchors } = setting;
  if (anchors.includes(anchor)) return;
  const message = `<${element.name}> names '${anchor}', which is no annex of a pack here.`;
  reportAt(setting, element, 'markup-anchor', message, didYouMean(anchor, anchors));
}

function draftSpan(element: Element, content: Draft[], setting: Setting): Draft {
  const { name, attributes } = element;
  const role = name === 'span' ? undefined : (name as SpanRole);
  const language = attributes.get('lang');
  const look = attributes.get('class');
  const style = {
    ...((role === 'strong' || role === 'em') && { weight: 600 as const }),
    ...(look === 'plain' && { weight: 400 as const }),
    ...(look === 'muted' && { colour: setting.brand.colour.muted }),
  };
  return {
    kind: 'group',
    content,
    wrap: (inner) => ({ kind: 'span', content: inner, style, language, role }),
  };
}

/** The codes of a cell or of the legend; a sign that is not in the code set is reported. */
function buildCodes(element: Element, setting: Setting): Inline {
  const { known, filled, strong } = signsOf(setting.codes);
  const written = element.attributes.get('held')!;
  return {
    kind: 'codes',
    held: known.includes(written) ? [written] : readHeld(written, known, element, setting),
    filled,
    strong,
    style: styleOf(setting, 'codes'),
    ...(element.attributes.get('class') === 'past' && { past: true as const }),
  };
}

function readHeld(written: string, known: readonly string[], element: Element, setting: Setting): string[] {
  const held = written.split(/\s+/).filter((sign) => sign !== '');
  for (const sign of held) {
    if (known.includes(sign)) continue;
    const message = `'${sign}' is no code of this product.`;
    reportAt(setting, element, 'markup-codes', message, didYouMean(sign, known));
  }
  return known.filter((sign) => held.includes(sign));
}

type Signs = {
  readonly known: readonly string[];
  readonly filled: readonly string[];
  readonly strong: readonly string[];
};

const signs = new WeakMap<Setting['codes'], Signs>();

/** The signs of a code set: the same for every cell of an annex. */
function signsOf(codes: Setting['codes']): Signs {
  const known = signs.get(codes);
  if (known !== undefined) return known;
  const made = {
    known: codes.map(({ sign }) => sign),
    filled: codes.filter(({ filled }) => filled).map(({ sign }) => sign),
    strong: codes.filter(({ strong }) => strong).map(({ sign }) => sign),
  };
  signs.set(codes, made);
  return made;
}

function draftPageOf(element: Element, setting: Setting): Draft[] {
  const parts = element.attributes.get('text')!.split(/(\{pages?\})/);
  return parts.map((part): Draft => {
    if (part === '{page}') return { kind: 'solid', inline: { kind: 'page-number' } };
    if (part === '{pages}') return { kind: 'solid', inline: { kind: 'page-count' } };
    return { kind: 'text', text: part, language: setting.language };
  });
}
