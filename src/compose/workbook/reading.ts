import type { Element } from '../markup/element.ts';

/** The elements of these names directly inside another, in order. */
export function childrenNamed(parent: Element, ...names: readonly string[]): readonly Element[] {
  return parent.children.filter(
    (child): child is Element => child.kind === 'element' && names.includes(child.name),
  );
}

/**
 * The text of an element. The template's space around it is dropped; what stands inside is kept as typed, so that a
 * text that was not edited comes back unchanged.
 */
export function textIn({ children }: Element): string {
  let text = '';
  for (const child of children) if (child.kind === 'text') text += child.text;
  return /^[ \t\r\n]|[ \t\r\n]$/.test(text) ? text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '') : text;
}

/** A number that the dialect has checked. */
export function numberAt(element: Element, attribute: string, otherwise: number): number {
  const value = element.attributes.get(attribute);
  return value === undefined ? otherwise : Number(value);
}

/** A value that the dialect has checked to be one of a few. */
export function choiceAt<T extends string>(element: Element, attribute: string): T | undefined {
  return element.attributes.get(attribute) as T | undefined;
}

/** Whether a text is a day that exists, written 2026-03-01. */
export function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  );
}
