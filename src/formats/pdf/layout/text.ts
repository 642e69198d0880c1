import type { Inline, SpanRole, TextStyle } from '../../../document/tree.ts';
import type { Folio, Margin, Run, TextNode, TextRule } from '../definition.ts';
import { leadsSomewhere } from '../outward.ts';
import { codesAsText } from './codes.ts';
import { typedRuns } from './runs.ts';
import type { Setting } from './setting.ts';

type Around = {
  readonly style: TextStyle;
  readonly link: string | undefined;
  readonly raised: boolean;
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
  return { source, text: setRuns(setting, content, style), margin };
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
  const around = { style, link: undefined, raised: false, rule: undefined };
  const runs = content.flatMap((inline) => runsOf(setting, inline, around, folio));
  return runs.length > 0 ? runs : runsIn(setting, '', around, { kind: 'text', text: '' });
}

function runsOf(setting: Setting, inline: Inline, around: Around, folio: Folio | undefined): Run[] {
  const inside = (content: readonly Inline[], changed: Around): Run[] =>
    content.flatMap((child) => runsOf(setting, child, changed, folio));
  switch (inline.kind) {
    case 'text':
      return inline.text === '' ? [] : runsIn(setting, inline.text, around, inline);
    case 'break':
      return runsIn(setting, '\n', around, inline);
    case 'span': {
      const style = { ...around.style, ...roleStyle(inline.role), ...inline.style };
      const raised = around.raised || inline.role === 'sup';
      return inside(inline.content, { ...around, style, raised, rule: ruleOf(inline.role) ?? around.rule });
    }
    case 'link': {
      const link = leadsSomewhere(inline.href, setting.pages) ? inline.href : around.link;
      return inside(inline.content, { ...around, link, style: { ...around.style, ...inline.style } });
    }
    case 'codes':
      return codesAsText(setting, inline);
    case 'page-number':
      return pageRuns(
        setting,
        inline.of === undefined ? folio?.page : setting.pages.get(inline.of),
        around,
        inline,
      );
    case 'page-count':
      return pageRuns(setting, folio?.count, around, inline);
  }
}

function pageRuns(setting: Setting, number: number | undefined, around: Around, source: Inline): Run[] {
  return number === undefined ? [] : runsIn(setting, String(number), around, source);
}

/** There are two weights and no italics: emphasis of either kind is semibold. */
function roleStyle(role: SpanRole | undefined): Partial<TextStyle> {
  return role === 'strong' || role === 'em' ? { weight: 600 } : {};
}

function ruleOf(role: SpanRole | undefined): TextRule | undefined {
  return role === 'ins' ? 'under' : role === 'del' ? 'through' : undefined;
}

function runsIn(setting: Setting, text: string, around: Around, source: Inline): Run[] {
  return typedRuns(setting, around.style, text).map((run) => ({
    ...run,
    source,
    ...(around.link !== undefined && { link: around.link }),
    ...(around.raised && { sup: true as const }),
    ...(around.rule !== undefined && { rule: around.rule }),
  }));
}
