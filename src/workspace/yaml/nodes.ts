import { isMap, isScalar, isSeq, type ParsedNode, Scalar } from 'yaml';
import type { TextPlace } from '../../diagnostics/place.ts';
import { placeAt, type YamlSource } from './source.ts';

/** Steps from the root of a document: keys of maps, indices of lists from 0. */
export type YamlPath = readonly (string | number)[];

/** Scalars that stand for something other than their text, because the schema asks for it. */
export type Retyped = ReadonlyMap<ParsedNode, number | boolean>;

type Found = { readonly node: ParsedNode | null; readonly key: ParsedNode | undefined };

/** The plain value of a node. Every scalar is its source text, `1.10` as well; no value at all is null. */
export function toValue(node: ParsedNode | null, retyped: Retyped): unknown {
  if (node === null || isNothing(node)) return null;
  if (isSeq(node)) return node.items.map((item) => toValue(item as ParsedNode, retyped));
  if (isMap(node)) {
    const entries = node.items.map((pair) => [keyText(pair.key), toValue(pair.value as ParsedNode, retyped)]);
    // Unlike assignment, this makes `__proto__` a key like any other.
    return Object.fromEntries(entries);
  }
  return retyped.get(node) ?? (isScalar(node) ? node.value : null);
}

/** The node at a path, with the key it stands under, or undefined where the file has none. */
export function nodeAt(source: YamlSource, path: YamlPath): Found | undefined {
  let found: Found = { node: source.root, key: undefined };
  for (const step of path) {
    const next = childOf(found.node, step);
    if (next === undefined) return undefined;
    found = next;
  }
  return found;
}

/** The place of the value at a path; where it was not written, of what encloses it. */
export function placeOfValue(source: YamlSource, path: YamlPath): TextPlace {
  const found = nodeAt(source, path);
  if (found === undefined) return placeOfValue(source, path.slice(0, -1));
  const { node, key } = found;
  const shown = key !== undefined && isNothing(node) ? key : node;
  return placeOfNode(source, shown);
}

/** The place of the key at the end of a path; of an item of a list, of the item. */
export function placeOfKey(source: YamlSource, path: YamlPath): TextPlace {
  const key = nodeAt(source, path)?.key;
  return key === undefined ? placeOfValue(source, path) : placeOfNode(source, key);
}

/** The raw text from the end of a key on, which tells why it has no value. */
export function textBehindKey(source: YamlSource, path: YamlPath): string {
  const end = nodeAt(source, path)?.key?.range[1];
  return end === undefined ? '' : source.text.slice(end);
}

/** A plain scalar (one without quotes) as a number or a boolean, or undefined where it reads as neither. */
export function readPlain(node: ParsedNode | null): number | boolean | undefined {
  if (!isScalar(node) || node.type !== Scalar.PLAIN) return undefined;
  const text = String(node.value);
  if (text === 'true' || text === 'false') return text === 'true';
  return /^[-+]?(?:\d+(?:\.\d+)?|\.\d+)$/.test(text) ? Number(text) : undefined;
}

/** Whether no value was written: nothing at all, `~` or `null`. */
export function isNothing(node: ParsedNode | null): boolean {
  return (
    node === null ||
    (isScalar(node) && node.type === Scalar.PLAIN && /^(?:~|null|)$/i.test(String(node.value)))
  );
}

/** Whether a scalar was written in quotes. */
export function isQuoted(node: unknown): node is Scalar.Parsed {
  return isScalar(node) && (node.type === Scalar.QUOTE_SINGLE || node.type === Scalar.QUOTE_DOUBLE);
}

function childOf(node: ParsedNode | null, step: string | number): Found | undefined {
  if (isSeq(node) && typeof step === 'number') {
    const item = node.items[step];
    return item === undefined ? undefined : { node: item as ParsedNode, key: undefined };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find((candidate) => keyText(candidate.key) === String(step));
  return pair && { node: pair.value as ParsedNode | null, key: pair.key as ParsedNode };
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : '';
}

function placeOfNode(source: YamlSource, node: ParsedNode | null): TextPlace {
  const [start, end] = node?.range ?? [0, 0];
  return placeAt(source, start, end);
}
