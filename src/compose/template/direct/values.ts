import type { Expression, Hash, Literal, Path } from '../ast.ts';
import { type Helper, helperNamed } from '../helpers.ts';
import { type Frame, NotDirect, type Run } from './run.ts';

/** A value of a template, ready to be found. */
export type Value = (frame: Frame, run: Run) => unknown;

/** The block parameters around a place of a template, the innermost first. */
export type Names = { readonly names: readonly string[]; readonly around: Names | undefined };

/** An argument: a path that leads nowhere is nothing. */
export function compileArgument(expression: Expression, names: Names | undefined): Value {
  switch (expression.type) {
    case 'StringLiteral':
    case 'NumberLiteral':
    case 'BooleanLiteral': {
      const { value } = expression;
      return () => value;
    }
    case 'SubExpression':
      return compileCall(expression, names) ?? refuse();
    case 'PathExpression':
      return compilePath(expression, names, false);
    default:
      return refuse();
  }
}

/** Helpers that Handlebars calls by their names alone. */
const builtIn = ['each', 'if', 'unless', 'with', 'lookup', 'log', 'helperMissing', 'blockHelperMissing'];

type CallLike = {
  readonly path: Path | Literal;
  readonly params: readonly Expression[];
  readonly hash: Hash | undefined;
};

/** What stands between `{{` and `}}`: a helper with its arguments, or else a path. */
export function compileMustache(mustache: CallLike, names: Names | undefined): Value {
  const { path } = mustache;
  if (path.type !== 'PathExpression') return refuse();
  return compileCall(mustache, names) ?? compilePath(path, names, true);
}

function compileCall({ path, params, hash }: CallLike, names: Names | undefined): Value | undefined {
  const name = String(path.original);
  const isLocal = path.type === 'PathExpression' && findLocal(path, names) !== undefined;
  const helper = isLocal ? undefined : helperNamed(name);
  const isCalled = params.length > 0 || hash !== undefined || builtIn.includes(name);
  if (helper === undefined) return isCalled ? refuse() : undefined;
  const given = params.map((param) => compileArgument(param, names));
  return runHelper(helper, given, compileHash(hash, names));
}

function runHelper({ run: help }: Helper, given: readonly Value[], named: NamedValues | undefined): Value {
  return (frame, run) => {
    const values: unknown[] = [];
    for (const value of given) values.push(value(frame, run));
    return help(values, named === undefined ? nothing : named(frame, run), run.context);
  };
}

const nothing = {};

type NamedValues = (frame: Frame, run: Run) => Readonly<Record<string, unknown>>;

/** The `name=value` pairs of a call; undefined where there are none. */
export function compileHash(hash: Hash | undefined, names: Names | undefined): NamedValues | undefined {
  if (hash === undefined) return undefined;
  const pairs = hash.pairs.map(({ key, value }) => ({ key, value: compileArgument(value, names) }));
  return (frame, run) => {
    const named: Record<string, unknown> = {};
    for (const { key, value } of pairs) named[key] = value(frame, run);
    return named;
  };
}

function compilePath(path: Path, names: Names | undefined, strict: boolean): Value {
  const { parts, depth } = path;
  if (path.data) return compileData(path);
  const local = findLocal(path, names);
  if (local !== undefined) {
    const rest = parts.slice(1);
    return (frame) => walk(localIn(frame, local), rest, strict);
  }
  if (depth === 0) return (frame) => walk(frame.context, parts, strict);
  return (frame) => {
    let found: Frame | undefined = frame;
    for (let i = 0; i < depth; i++) found = found?.up;
    if (found === undefined) throw new NotDirect();
    return walk(found.context, parts, strict);
  };
}

function compileData({ parts, depth }: Path): Value {
  const [name, ...rest] = parts;
  if (depth > 0) return refuse();
  if (name === 'root') return (frame) => walk(frame.root, rest, false);
  if (rest.length > 0) return refuse();
  if (name === 'index' || name === 'key') return (frame) => inLoop(frame).index;
  if (name === 'first') return (frame) => inLoop(frame).index === 0;
  if (name === 'last') return (frame) => inLoop(frame).isLast;
  return refuse();
}

function inLoop(frame: Frame): Frame {
  if (frame.index < 0) throw new NotDirect();
  return frame;
}

type Local = { readonly out: number; readonly place: number };

/** How many blocks out a block parameter was named, and which of them it is. */
function findLocal(path: Path, names: Names | undefined): Local | undefined {
  if (path.data || path.depth > 0 || /^(\.|this\b)/.test(path.original)) return undefined;
  let out = 0;
  for (let block = names; block !== undefined; block = block.around, out++) {
    const place = block.names.indexOf(path.parts[0]!);
    if (place >= 0) return { out, place };
  }
  return undefined;
}

function localIn({ locals }: Frame, { out, place }: Local): unknown {
  let block = locals;
  for (let i = 0; i < out; i++) block = block?.around;
  return block!.values[place];
}

/** Follows names. What has to be there and is not is told by Handlebars. */
function walk(from: unknown, parts: readonly string[], strict: boolean): unknown {
  let found = from;
  for (const part of parts) {
    if (typeof found !== 'object' || found === null) throw new NotDirect();
    const isThere = Object.hasOwn(found, part);
    if (strict && !isThere) throw new NotDirect();
    found = isThere ? (found as Record<string, unknown>)[part] : undefined;
  }
  return found;
}

function refuse(): never {
  throw new NotDirect();
}
