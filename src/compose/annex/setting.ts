import type { LocalizedCode } from '../../catalogue/localized.ts';
import type { Brand } from '../../catalogue/model.ts';
import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import type { TextStyle } from '../../document/tree.ts';
import { readAt } from '../markup/at.ts';
import type { Element } from '../markup/element.ts';
import type { Geometry } from './geometry.ts';
import type { StyleName, StyleSheet } from './styles.ts';

/** What holds for a whole annex while it is built. */
export type Setting = {
  readonly brand: Brand;
  readonly styles: StyleSheet;
  readonly geometry: Geometry;
  readonly language: string;
  readonly codes: readonly LocalizedCode[];
  /** Whether the body font has the narrow no-break space U+202F. */
  readonly hasNarrow: boolean;
  /** In a pack, the anchors of its annexes. */
  readonly anchors: readonly string[];
  readonly report: (diagnostic: Diagnostic) => void;
};

/** What holds for the blocks in one place. */
export type Around = {
  /** Where text starts, in points from the left edge of what it stands in. */
  readonly indent: number;
  /** How text is set that says nothing else. */
  readonly text: StyleName;
};

/** The style of a name. */
export function styleOf(setting: Setting, name: StyleName): TextStyle {
  return setting.styles[name].style;
}

/** Reports a fault that stands at an element of the template. */
export function reportAt(
  setting: Setting,
  element: Element,
  rule: string,
  message: string,
  hints: readonly string[] = [],
): void {
  setting.report(error(rule, readAt(element.at), message, { hints }));
}
