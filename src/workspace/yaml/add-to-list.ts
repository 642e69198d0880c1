import { isMap, isSeq, type ParsedNode, type YAMLSeq } from 'yaml';
import type { SourceFile } from '../workspace.ts';
import { nodeAt } from './nodes.ts';
import type { YamlSource } from './source.ts';
import { parseYaml } from './syntax.ts';

/** An item for the list under a key of the file's own map. */
export type NewItem = {
  readonly key: string;
  readonly item: string;
  /** The whole list, for a file that does not have the key yet. */
  readonly list: readonly string[];
  /** Where the key goes then: behind the first of these that the file has, or else at its end. */
  readonly behind: readonly string[];
};

/**
 * Adds an item to a list, in the way the list is written, and leaves every other byte, comments too, as it was.
 * Undefined where the file is no map in lines or the key holds no list.
 */
export function addToList(file: SourceFile, wanted: NewItem): Uint8Array | undefined {
  const source = parseYaml(file).value;
  if (source === undefined || (source.root !== null && (!isMap(source.root) || source.root.flow)))
    return undefined;
  const found = nodeAt(source, [wanted.key]);
  const insertion =
    found === undefined ? newLine(source, wanted) : newItem(source.text, found.node, wanted.item);
  if (insertion === undefined) return undefined;
  const { at, text } = insertion;
  const bom = file.bytes[0] === 0xef ? '\uFEFF' : '';
  return new TextEncoder().encode(bom + source.text.slice(0, at) + text + source.text.slice(at));
}

type Insertion = { readonly at: number; readonly text: string };

function newItem(text: string, node: ParsedNode | null, item: string): Insertion | undefined {
  if (!isSeq(node)) return undefined;
  const last = lastItem(node);
  if (last === undefined) return undefined;
  if (node.flow) return { at: last.range[1], text: `, ${item}` };
  const bullet = text.slice(text.lastIndexOf('\n', last.range[0]) + 1, last.range[0]);
  return /^\s*-\s+$/.test(bullet)
    ? { at: lineEnd(text, last.range[1]), text: newline(text) + bullet + item }
    : undefined;
}

function newLine(source: YamlSource, { key, list, behind }: NewItem): Insertion {
  const { text } = source;
  const line = `${key}: [${list.join(', ')}]`;
  const before = behind.map((name) => nodeAt(source, [name])).find((found) => found !== undefined);
  if (before === undefined) {
    const isOpen = text !== '' && !text.endsWith('\n');
    return { at: text.length, text: (isOpen ? newline(text) : '') + line + newline(text) };
  }
  const end = (before.node ?? before.key)!.range[1];
  return { at: lineEnd(text, end), text: newline(text) + line };
}

function lastItem(node: YAMLSeq): ParsedNode | undefined {
  return node.items.at(-1) as ParsedNode | undefined;
}

function lineEnd(text: string, from: number): number {
  const end = text.slice(from).search(/\r?\n/);
  return end < 0 ? text.length : from + end;
}

function newline(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
