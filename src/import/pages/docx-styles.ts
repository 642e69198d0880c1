import type { OfficeParts } from '../../readers/office.ts';
import { attributeOf, childrenNamed, descendant, parsePart } from '../../readers/xlsx/xml.ts';

const deepestHeading = 6;

/** A style of paragraphs: its name, the style it is made from, and its level in the outline from 0. */
type Style = {
  readonly name: string;
  readonly basis: string | undefined;
  readonly level: number | undefined;
};

/**
 * The names of the styles that make headings, and their levels from 1: word processors translate the names, and authors
 * make styles of their own, but a heading has a level in the outline. Throws Damaged.
 */
export function readHeadingStyles(parts: OfficeParts): ReadonlyMap<string, number> {
  const styles = readStyles(parts);
  const levels = [...styles.values()].flatMap((style): [string, number][] => {
    const level = levelOf(style, styles);
    return level === undefined ? [] : [[style.name, level]];
  });
  return new Map(levels);
}

function readStyles(parts: OfficeParts): ReadonlyMap<string, Style> {
  const path = 'word/styles.xml';
  if (!parts.has(path)) return new Map();
  const listed = childrenNamed(parsePart(parts, path), 'style').flatMap((style): [string, Style][] => {
    const value = (...names: readonly string[]): string | undefined => {
      const found = descendant(style, ...names);
      return found && attributeOf(found, 'val');
    };
    const id = attributeOf(style, 'styleId');
    const name = value('name');
    if (id === undefined || name === undefined) return [];
    const level = Number.parseInt(value('pPr', 'outlineLvl') ?? '', 10);
    return [[id, { name, basis: value('basedOn'), level: level >= 0 ? level : undefined }]];
  });
  return new Map(listed);
}

/** Level 9 of an outline is the body of the text. */
function levelOf(style: Style, styles: ReadonlyMap<string, Style>): number | undefined {
  const named = /^(?:heading|titre|überschrift|título|titolo|nagłówek|kop|rubrik) ([1-9])$/iu.exec(
    style.name,
  );
  if (named !== null) return Math.min(Number(named[1]), deepestHeading);
  let at: Style | undefined = style;
  const seen = new Set<Style>();
  while (at !== undefined && at.level === undefined && !seen.has(at)) {
    seen.add(at);
    at = styles.get(at.basis ?? '');
  }
  if (at?.level === undefined || at.level > 8) return undefined;
  return Math.min(at.level + 1, deepestHeading);
}
