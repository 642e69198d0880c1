import type { Element } from './element.ts';

/**
 * What a markup may consist of: one documented table per kind of document. Validation reads it, and so can whatever
 * writes the documentation, so that the two cannot disagree.
 */
export type Dialect = {
  /** What the markup describes, for messages: `annex`. */
  readonly name: string;
  /** The element that everything stands in. */
  readonly root: string;
  readonly elements: Readonly<Record<string, ElementRule>>;
};

export type ElementRule = {
  readonly doc: string;
  readonly attributes: Readonly<Record<string, AttributeRule>>;
  readonly content: Content;
  /** What the content has to keep to beyond which elements stand in it, such as rows that fill the columns. */
  readonly inspect?: (element: Element) => readonly StructureFault[];
};

/** A breach of structure, at the element where it shows. */
export type StructureFault = { readonly element: Element; readonly message: string; readonly hint?: string };

export type AttributeRule = { readonly type: AttributeType; readonly required?: true; readonly doc: string };

export type AttributeType =
  | { readonly kind: 'text' }
  /** A whole number, limits included. */
  | { readonly kind: 'whole'; readonly min: number; readonly max: number }
  /** A decimal number such as points, above or equal to `min`. */
  | { readonly kind: 'decimal'; readonly min: number }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  /** A language tag such as `fr` or `pt-BR`. */
  | { readonly kind: 'language' }
  /** An address that starts with https:, http: or mailto:. */
  | { readonly kind: 'address' }
  /** Such an address, or a place in the document: `#anchor`. */
  | { readonly kind: 'goal' };

/**
 * What may stand inside an element: blocks, or text with inline elements, never both side by side.
 * White space between blocks is no text.
 */
export type Content = {
  readonly blocks: readonly string[];
  readonly inline: readonly string[];
  readonly text: boolean;
};

/** Nothing may stand inside. */
export const empty: Content = { blocks: [], inline: [], text: false };

/** Only these elements, no text of its own. */
export function blocks(...names: readonly string[]): Content {
  return { blocks: names, inline: [], text: false };
}

/** Text and these elements within it. */
export function inline(...names: readonly string[]): Content {
  return { blocks: [], inline: names, text: true };
}

/** Either blocks or a single run of text. */
export function flow(blockNames: readonly string[], inlineNames: readonly string[]): Content {
  return { blocks: blockNames, inline: inlineNames, text: true };
}

export const attributeTypes = {
  text: { kind: 'text' },
  language: { kind: 'language' },
  address: { kind: 'address' },
  goal: { kind: 'goal' },
  whole: (min: number, max: number) => ({ kind: 'whole', min, max }),
  decimal: (min: number) => ({ kind: 'decimal', min }),
  choice: (...of: readonly string[]) => ({ kind: 'choice', of }),
} as const satisfies Record<string, AttributeType | ((...given: never[]) => AttributeType)>;
