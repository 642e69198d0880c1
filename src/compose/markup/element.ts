/** Well-formed markup as parsed, before it is understood as an annex or a workbook. */
export type Element = {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Node[];
  /** Where in a template the element was written: `templates/annex.hbs:12:5`. */
  readonly at: string;
};

/**
 * Text with entities resolved. Line breaks of the template have become spaces (template/weave.ts), so a line feed
 * here was typed in the data and means a line break; runs of spaces and tabs are still as written.
 */
export type TextNode = { readonly kind: 'text'; readonly text: string };

export type Node = Element | TextNode;
