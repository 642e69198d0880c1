import { type Checked, checked, failed } from '../../diagnostics/checked.ts';
import type { Element } from '../markup/element.ts';
import { parseMarkup } from '../markup/parse.ts';
import { validateMarkup } from '../markup/validate.ts';
import type { TemplateSet } from './set.ts';

/**
 * Renders a view into elements that are valid in the template's dialect. `words` are those of the document's
 * language. Faults left to find here depend on the data: they stand at the template's line and column.
 */
export function renderTemplate<View>(
  templates: TemplateSet<View>,
  view: View,
  words: ReadonlyMap<string, string>,
): Checked<Element> {
  const direct = templates.direct(view, { words });
  const { value: root, diagnostics } = direct ? checked(direct) : renderMarkup(templates, view, words);
  if (root === undefined) return failed(...diagnostics);
  const faults = validateMarkup(root, templates.dialect);
  return faults.length > 0 ? failed(...faults) : checked(root);
}

/** The long way, which all templates can take: they write markup, and it is parsed. */
export function renderMarkup<View>(
  templates: TemplateSet<View>,
  view: View,
  words: ReadonlyMap<string, string>,
): Checked<Element> {
  return parseMarkup(templates.main(view, templates.partials, { words }), templates.file);
}
