import type { Inline, SpanRole, TextStyle } from '../../../document/tree.ts';
import type { Folio, Margin, Run, TextNode, TextRule } from '../definition.ts';
import { leadsSomewhere } from '../outward.ts';
import { codesAsText } from './codes.ts';
import { textNode } from './nodes.ts';
import { addRuns } from './runs.ts';
import type { Setting } from './setting.ts';

type Around = {
  readonly style: TextStyle;
  readonly link: string | undefined;
  readonly sup: true | undefined;
  readonly rule: TextRule | undefined;
};

/** A paragraph of inlines. */
export function setText(
  setting: Setting,
  source: object,
  content: readonly Inline[],
  style: TextStyle,
  margin: Margin = [0, 0, 0, 0],
): TextNode {
  return textNode(source, setRuns(setting, content, style), margin, undefined);
}

/**
 * Inlines as runs of one style each; never empty, so that an empty paragraph still has the height of a line. `folio` is
 * known only where a page's header and footer are laid out.
 */
export function setRuns(
  setting: Setting,
  content: readonly Inline[],
  style: TextStyle,
  folio?: Folio,
): Run[] {
  const runs: Run[] = [];
  const around = { style, link: undefined, sup: undefined, rule: undefined };
  addInlines(runs, setting, content, around, folio);
  if (runs.length === 0) addText(runs, setting, '', around, { kind: 'text', text: '' });
  return runs;
}

function addInlines(
  runs: Run[],
  setting: Setting,
  content: readonly Inline[],
  around: Around,
  folio: Folio | undefined,
): void {
  for (const inline of content) {
    if (inline.kind !== 'text') addInline(runs, setting, inline, around, folio);
    else if (inline.text !== '') addText(runs, setting, inline.text, around, inline);
  }
}

function addInline(
  runs: Run[],
  setting: Setting,
  inline: Exclude<Inline, { kind: 'text' }>,
  around: Around,
  folio: Folio | undefined,
): void {
  switch (inline.kind) {
    case 'break':
      addText(runs, setting, '\n', around, inline);
      break;
    case 'span': {
      const style = { ...around.style, ...roleStyle(inline.role), ...inline.style };
      const sup = inline.role === 'sup' ? true : around.sup;
      const rule = ruleOf(inline.role) ?? around.rule;
      addInlines(runs, setting, inline.content, { ...around, style, sup, rule }, folio);
      break;
    }
    case 'link': {
      const link = leadsSomewhere(inline.href, setting.pages) ? inline.href : around.link;
      const style = { ...around.style, ...inline.style };
      addInlines(runs, setting, inline.content, { ...around, link, style }, folio);
      break;
    }
    case 'codes':
      runs.push(...codesAsText(setting, inline));
      break;
    case 'page-number': {
      const page = inline.of === undefined ? folio?.page : setting.pages.get(inline.of);
      if (page !== undefined) addText(runs, setting, String(page), around, inline);
      break;
    }
    case 'page-count':
      if (folio !== undefined) addText(runs, setting, String(folio.count), around, inline);
      break;
  }
}

/** There are two weights and no italics: emphasis of either kind is semibold. */
function roleStyle(role: SpanRole | undefined): Partial<TextStyle> {
  return role === 'strong' || role === 'em' ? { weight: 600 } : {};
}

function ruleOf(role: SpanRole | undefined): TextRule | undefined {
  return role === 'ins' ? 'under' : role === 'del' ? 'through' : undefined;
}

function addText(
  runs: Run[],
  setting: Setting,
  text: string,
  { style, link, sup, rule }: Around,
  source: Inline,
): void {
  addRuns(runs, setting, style, text, { source, link, sup, noWrap: undefined, rule });
}
