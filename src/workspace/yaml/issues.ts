import type { z } from 'zod';
import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import { descriptionAt, knownKeys } from './known.ts';
import {
  isNothing,
  isQuoted,
  nodeAt,
  placeOfKey,
  placeOfValue,
  textBehindKey,
  type YamlPath,
} from './nodes.ts';
import type { YamlSource } from './source.ts';

export type Issue = z.core.$ZodIssue;

/**
 * What a schema found, in plain words at the place in the file.
 *
 * Schemas help with it: the message of a format or limit says what is expected (`a date such as 2026-03-01`), the
 * message of a custom check is a whole sentence, and the description of a key tells what a missing one holds.
 */
export function explainIssue(source: YamlSource, schema: z.ZodType, issue: Issue): Diagnostic[] {
  const path = pathOf(issue);
  const found = nodeAt(source, path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownKey(source, schema, path, key));
  if (issue.code === 'invalid_key') return [wrongKey(source, path, issue.issues[0]?.message)];
  if (path.length > 0 && found === undefined) return [missingKey(source, schema, path)];
  const place = placeOfValue(source, path);
  if (issue.code === 'custom') return [error('yaml-value', place, issue.message)];
  if (found?.key !== undefined && isNothing(found.node)) return [noValue(source, schema, path)];
  return [wrongValue(source, path, issue)];
}

/** Without custom findings about values that are refused already. */
export function withoutEchoes(issues: readonly Issue[]): Issue[] {
  const refused = new Set(
    issues.filter((issue) => issue.code !== 'custom').map((issue) => issue.path.join('\0')),
  );
  return issues.filter((issue) => issue.code !== 'custom' || !refused.has(issue.path.join('\0')));
}

/**
 * The issues that say most: of a value that may be one thing or another, those of the alternative that fits its
 * kind and was followed deepest.
 */
export function flattenUnions(issues: readonly Issue[]): Issue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
    const best = issue.errors
      .map((branch) => flattenUnions(branch))
      .toSorted((a, b) => depth(b) - depth(a))[0]!;
    return best.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
  });
}

export function pathOf(issue: Issue): YamlPath {
  return issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
}

/** How far a branch of a union got: not at all where the very kind of the value is another one. */
function depth(branch: readonly Issue[]): number {
  const steps = branch.map((issue) => issue.path.length + (issue.code === 'invalid_type' ? 0 : 0.5));
  return Math.max(...steps);
}

function unknownKey(source: YamlSource, schema: z.ZodType, path: YamlPath, key: string): Diagnostic {
  const place = placeOfKey(source, [...path, key]);
  const known = knownKeys(schema, path);
  const [name, value] = key.split(':', 2);
  const isGlued = value !== undefined && known.includes(name!);
  return error('yaml-key-unknown', place, `The key \`${key}\` is not known here.`, {
    hints: isGlued ? [`Put a space behind the colon: \`${name}: ${value}\`.`] : didYouMean(key, known),
  });
}

function wrongKey(source: YamlSource, path: YamlPath, expected: string | undefined): Diagnostic {
  const message = `The key \`${path.at(-1)}\` must be ${expected}.`;
  return error('yaml-value', placeOfKey(source, path), message);
}

function missingKey(source: YamlSource, schema: z.ZodType, path: YamlPath): Diagnostic {
  const place = placeOfValue(source, path.slice(0, -1));
  return error('yaml-key-missing', place, `The key \`${path.at(-1)}\` is missing.`, {
    hints: describe(schema, path),
  });
}

function noValue(source: YamlSource, schema: z.ZodType, path: YamlPath): Diagnostic {
  const place = placeOfValue(source, path);
  const isComment = /^\s*:\s+#/.test(textBehindKey(source, path));
  return error('yaml-value', place, `\`${path.at(-1)}\` has no value.`, {
    hints: isComment
      ? ["A # begins a comment; put the value in quotes: '#14202E'."]
      : [...describe(schema, path), 'Write a value, or remove the key.'],
  });
}

function wrongValue(source: YamlSource, path: YamlPath, issue: Issue): Diagnostic {
  const name =
    typeof path.at(-1) === 'number' ? `An item of \`${path.at(-2) ?? 'the list'}\`` : `\`${path.at(-1)}\``;
  const subject = path.length === 0 ? 'The file' : name;
  const node = nodeAt(source, path)?.node ?? null;
  const isOnlyQuoted =
    issue.code === 'invalid_type' && ['number', 'boolean'].includes(issue.expected) && isQuoted(node);
  const message = `${subject} must be ${expectation(issue)}; found ${show(issue.input)}.`;
  return error('yaml-value', placeOfValue(source, path), message, {
    hints: [...(isOnlyQuoted ? ['Remove the quotes.'] : []), ...nearChoice(issue)],
  });
}

function nearChoice(issue: Issue): string[] {
  if (issue.code !== 'invalid_value' || typeof issue.input !== 'string' || issue.values.length < 2) return [];
  return didYouMean(issue.input, issue.values.map(String)).filter((hint) => hint.startsWith('Did'));
}

function expectation(issue: Issue): string {
  if (issue.code === 'invalid_type') return kindWords[issue.expected] ?? 'something else';
  if (issue.code === 'invalid_value') return listChoices(issue.values.map(String));
  return issue.message;
}

const kindWords: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of keys and values',
  record: 'a map of keys and values',
};

function listChoices(choices: readonly string[]): string {
  if (choices.length < 2) return choices.join('');
  return `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
}

function show(found: unknown): string {
  if (Array.isArray(found)) return found.length === 1 ? 'a list of one' : `a list of ${found.length}`;
  if (found === null || found === undefined) return 'nothing';
  if (typeof found === 'object') return 'a map of keys and values';
  const text = String(found).replace(/\s+/g, ' ');
  return `\`${text.length > 60 ? `${text.slice(0, 60)}...` : text}\``;
}

function describe(schema: z.ZodType, path: YamlPath): string[] {
  const description = descriptionAt(schema, path);
  return description === undefined ? [] : [`\`${path.at(-1)}\`: ${description}`];
}
