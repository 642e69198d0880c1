import type { ParsedNode } from 'yaml';
import type { z } from 'zod';
import { type Checked, checked, failed } from '../diagnostics/checked.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { TextPlace } from '../diagnostics/place.ts';
import type { SourceFile } from './workspace.ts';
import { explainIssue, flattenUnions, type Issue, pathOf, withoutEchoes } from './yaml/issues.ts';
import { nodeAt, placeOfKey, placeOfValue, readPlain, toValue, type YamlPath } from './yaml/nodes.ts';
import type { YamlSource } from './yaml/source.ts';
import { parseYaml } from './yaml/syntax.ts';

/** A checked YAML file: its value, and where each part of it was written. */
export type YamlFile<T> = {
  readonly value: T;
  /** The place of a value; of one that was not written (a default), of what would enclose it. */
  placeOf(path: YamlPath): TextPlace;
  /** The place of the key under which a value stands. */
  placeOfKey(path: YamlPath): TextPlace;
};

/**
 * Reads a YAML file and checks it by a schema; every fault has its line and column. A scalar arrives as the text
 * that was written (`1.10`, `2026-03-01`) unless the schema wants a number or a boolean. An empty file is an empty map.
 */
export function readYaml<T>(file: SourceFile, schema: z.ZodType<T>): Checked<YamlFile<T>> {
  const parsed = parseYaml(file);
  const source = parsed.value;
  if (source === undefined) return failed(...parsed.diagnostics);
  const retyped = new Map<ParsedNode, number | boolean>();
  for (;;) {
    const value = toValue(source.root, retyped) ?? {};
    const result = schema.safeParse(value, { reportInput: true });
    if (result.success) return checked(place(source, result.data));
    const { issues } = result.error;
    if (retype(source, issues, retyped)) continue;
    const found = withoutEchoes(flattenUnions(issues)).flatMap((issue) =>
      explainIssue(source, schema, issue),
    );
    return failed(...found.toSorted(byPlace));
  }
}

function place<T>(source: YamlSource, value: T): YamlFile<T> {
  return {
    value,
    placeOf: (path) => placeOfValue(source, path),
    placeOfKey: (path) => placeOfKey(source, path),
  };
}

/** Turns into numbers and booleans the plain scalars of which the schema wants that; false where there was none. */
function retype(
  source: YamlSource,
  issues: readonly Issue[],
  retyped: Map<ParsedNode, number | boolean>,
): boolean {
  const before = retyped.size;
  for (const issue of withAlternatives(issues)) {
    const node = nodeAt(source, pathOf(issue))?.node ?? null;
    const plain = readPlain(node);
    if (node !== null && plain !== undefined && wants(issue, plain)) retyped.set(node, plain);
  }
  return retyped.size > before;
}

function wants(issue: Issue, plain: number | boolean): boolean {
  if (issue.code === 'invalid_type') return issue.expected === typeof plain;
  return issue.code === 'invalid_value' && issue.values.some((value) => typeof value === typeof plain);
}

/** All issues, with those of every alternative of a union. */
function withAlternatives(issues: readonly Issue[]): Issue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union') return [issue];
    const inner = issue.errors.flatMap((branch) => withAlternatives(branch));
    return inner.map((nested) => ({ ...nested, path: [...issue.path, ...nested.path] }));
  });
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  const [first, second] = [a.place, b.place];
  if (!('line' in first) || !('line' in second)) return 0;
  return first.line - second.line || first.column - second.column;
}
