import { XmlElement } from '@rgrove/parse-xml';

/** Elements that are painted, or that say how. */
const known = new Set([
  ...['svg', 'g', 'defs', 'symbol', 'use', 'style'],
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'],
  ...['linearGradient', 'radialGradient', 'stop', 'clipPath', 'mask', 'pattern'],
]);

/** Elements that paint nothing, with all that stands in them. */
const silent = new Set(['title', 'desc', 'metadata']);

const advice: Readonly<Record<string, string>> = {
  text: 'turn texts into outlines',
  image: 'a picture in the picture is not painted',
};

const deepest = 100;
const mostPainted = 10_000;

/** What of an SVG a logo may not have, in half a sentence; undefined where there is nothing. */
export function findUnsafe(root: XmlElement): string | undefined {
  const elements = paintedElements(root, 1);
  if (elements === undefined) return 'the SVG nests its elements too deeply';
  return firstFault(elements, faultOfElement) ?? faultOfRepetition(root, elements);
}

function firstFault<T>(values: Iterable<T>, faultOf: (value: T) => string | undefined): string | undefined {
  for (const value of values) {
    const fault = faultOf(value);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** All elements but those that paint nothing: descriptions, and what an editor keeps under a prefix of its own. */
function paintedElements(element: XmlElement, depth: number): XmlElement[] | undefined {
  if (depth > deepest) return undefined;
  const found = [element];
  for (const child of childrenOf(element)) {
    const inside = paintedElements(child, depth + 1);
    if (inside === undefined) return undefined;
    found.push(...inside);
  }
  return found;
}

function childrenOf(element: XmlElement): XmlElement[] {
  return element.children.filter(
    (node): node is XmlElement =>
      node instanceof XmlElement && !silent.has(node.name) && !node.name.includes(':'),
  );
}

function faultOfElement(element: XmlElement): string | undefined {
  const { name } = element;
  if (!known.has(name)) return `the SVG holds <${name}>: ${advice[name] ?? 'a logo is made of shapes alone'}`;
  if (name === 'style') return faultOfStyle(element.text);
  return firstFault(Object.entries(element.attributes), ([attribute, value]) => {
    if (/^on/iu.test(attribute)) return `the SVG holds the script '${attribute}'`;
    if (isLink(attribute) && !value.trim().startsWith('#')) return outside(value);
    return faultOfStyle(value) ?? faultOfMeasures(attribute, value);
  });
}

// Beyond these a number multiplied by others soon leaves what a PDF can hold.
const largest = 1e6;
const leastBox = 1e-3;

function faultOfMeasures(attribute: string, value: string): string | undefined {
  if (attribute === 'id' || attribute === 'class' || isLink(attribute)) return undefined;
  if (attribute === 'viewBox' && !isViewBox(value)) return `the SVG has the view box '${shorten(value)}'`;
  const measures = value.replace(/#[\da-f]+/giu, '');
  const written = measures.match(/\d[\d.]*(?:e[-+]?\d+)?/giu) ?? [];
  const large = written.find((number) => Number.parseFloat(number) > largest);
  return large === undefined ? undefined : `the SVG holds the number ${shorten(large)}`;
}

function isViewBox(value: string): boolean {
  const box = value
    .trim()
    .split(/[\s,]+/u)
    .map(Number);
  return box.length === 4 && box.every(Number.isFinite) && box[2]! >= leastBox && box[3]! >= leastBox;
}

function isLink(attribute: string): boolean {
  return attribute === 'href' || attribute === 'xlink:href';
}

function faultOfStyle(text: string): string | undefined {
  if (/@import/iu.test(text)) return 'the SVG imports a style sheet';
  return firstFault(addressesIn(text), (address) => (address.startsWith('#') ? undefined : outside(address)));
}

function addressesIn(text: string): string[] {
  return [...text.matchAll(/url\(\s*["']?\s*([^"')]*)/giu)].map(([, address]) => address!.trim());
}

function outside(address: string): string {
  return `the SVG refers to '${shorten(address)}', which is not in the file`;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}

/** Elements that use each other can stand for more shapes than any file holds, or for endless ones. */
function faultOfRepetition(root: XmlElement, elements: readonly XmlElement[]): string | undefined {
  const byId = new Map(elements.map((element) => [element.attributes.id, element]));
  const counts = new Map<XmlElement, number>();
  const countPainted = (element: XmlElement): number => {
    const counted = counts.get(element);
    if (counted !== undefined) return counted;
    // Met again before it is counted, an element is part of itself.
    counts.set(element, Number.POSITIVE_INFINITY);
    const used = referencesOf(element).flatMap((id) => byId.get(id) ?? []);
    const count = [...childrenOf(element), ...used].reduce((sum, part) => sum + countPainted(part), 1);
    counts.set(element, count);
    return count;
  };
  const count = countPainted(root);
  if (count === Number.POSITIVE_INFINITY) return 'the SVG uses an element inside itself';
  return count > mostPainted ? `the SVG paints more than ${mostPainted} shapes` : undefined;
}

function referencesOf({ attributes }: XmlElement): string[] {
  return Object.entries(attributes).flatMap(([attribute, value]) =>
    isLink(attribute) ? [value.trim().slice(1)] : addressesIn(value).map((address) => address.slice(1)),
  );
}
