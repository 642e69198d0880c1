import { likeness } from '../../likeness/likeness.ts';
import { describeContext } from '../context.ts';
import { groupBy } from '../group.ts';
import type { Before, Unit } from '../unit.ts';
import { attributeText, inlineText, plainText } from './text.ts';

/** The languages of a translation. */
export type Languages = { readonly source: string; readonly target: string };

const namespaces =
  'xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"';

/**
 * Units as XLIFF 2.1: one `file` for the words of the templates, one for what products share, and one a product. The
 * translation so far is a translation candidate (2.1, 5.1), so that a tool shows what changed; it stands in the target
 * only where it translates today's text.
 *
 * @param units at least one, for XLIFF has no empty file
 */
export function writeXliff(units: readonly Unit[], { source, target }: Languages): string {
  const files = [...groupBy(units, originOf)];
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff ${namespaces} version="2.1" srcLang="${attributeText(source)}" trgLang="${attributeText(target)}">`,
    ...files.flatMap(([origin, own], i) => writeFile(origin, i + 1, own)),
    '</xliff>',
  ];
  return `${lines.join('\n')}\n`;
}

/** The source file that a unit was written in, or the folder of its product. */
function originOf({ uses }: Unit): string {
  const { product, text } = uses[0]!;
  return product === undefined || !text.place.file.startsWith(product.folder)
    ? text.place.file
    : product.folder;
}

function writeFile(origin: string, position: number, units: readonly Unit[]): string[] {
  return [
    `  <file id="f${position}" original="${attributeText(origin)}" xml:space="preserve">`,
    ...units.flatMap(writeUnit),
    '  </file>',
  ];
}

// Only what translates today's text counts as translated.
const states = { missing: 'initial', stale: 'initial', machine: 'translated', reviewed: 'reviewed' } as const;

function writeUnit(unit: Unit): string[] {
  const { ref, name, source, state, before } = unit;
  const isTranslated = before !== undefined && state !== 'stale';
  return [
    `    <unit id="${ref}" name="${attributeText(name)}">`,
    ...(before === undefined ? [] : writeCandidate(before, source)),
    '      <notes>',
    ...notesOf(unit).map(
      ([category, note]) => `        <note category="${category}">${plainText(note)}</note>`,
    ),
    '      </notes>',
    `      <segment id="s" state="${states[state]}">`,
    `        <source>${inlineText(source)}</source>`,
    ...(isTranslated ? [`        <target>${inlineText(before.text)}</target>`] : []),
    '      </segment>',
    '    </unit>',
  ];
}

function writeCandidate({ source, text }: Before, today: string): string[] {
  const similarity = source === today ? 100 : Math.floor(likeness(source, today) * 100);
  return [
    '      <mtc:matches>',
    `        <mtc:match id="before" ref="#s" type="tm" similarity="${similarity}">`,
    `          <source>${inlineText(source)}</source>`,
    `          <target>${inlineText(text)}</target>`,
    '        </mtc:match>',
    '      </mtc:matches>',
  ];
}

function notesOf(unit: Unit): [category: string, note: string][] {
  const { where, owners } = describeContext(unit);
  const { state, before, product } = unit;
  const older = state === 'stale' && before !== undefined;
  return [
    ...where.map((place): [string, string] => ['where', place]),
    ...(owners === undefined ? [] : [['owners', owners] as [string, string]]),
    ...(product === undefined ? [] : [['only', `For ${product} alone`] as [string, string]]),
    ...(older
      ? [['before', `Was: ${before.source}\nTranslated as: ${before.text}`] as [string, string]]
      : []),
  ];
}
