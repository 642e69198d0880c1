import { didYouMean } from '../../diagnostics/suggest.ts';
import { describeShape, number, type Shape, withPresent } from '../shape.ts';
import type { Path } from './ast.ts';

/** What names mean at a place of a template. */
export type Scope = {
  /** The view that the template was called with, which `@root` names. */
  readonly root: Shape;
  /** The current context first, then those that `../` reaches. */
  readonly contexts: readonly Shape[];
  /** Block parameters: `|section index|`. */
  readonly locals: ReadonlyMap<string, Shape>;
  /** How many `#each` stand around, for `@index`, `@first`, `@last` and `@key`. */
  readonly loops: number;
};

/** A path's shape, or why it has none. */
export type Resolved =
  | { readonly shape: Shape }
  | { readonly rule: string; readonly message: string; readonly hints: readonly string[] };

/** The scope at the top of a template. */
export function rootScope(view: Shape): Scope {
  return { root: view, contexts: [view], locals: new Map(), loops: 0 };
}

/** The scope inside a partial: its own context, nothing of its caller but `@root`. */
export function partialScope(context: Shape, root: Shape): Scope {
  return { root, contexts: [context], locals: new Map(), loops: 0 };
}

/** The scope inside `#each` or `#with`: a new context, and names for it. */
export function enter(scope: Scope, context: Shape, names: readonly string[], loop: boolean): Scope {
  const locals = new Map(scope.locals);
  if (names[0] !== undefined) locals.set(names[0], context);
  if (names[1] !== undefined && loop) locals.set(names[1], number);
  return { ...scope, contexts: [context, ...scope.contexts], locals, loops: scope.loops + (loop ? 1 : 0) };
}

/** The scope in which a path is known to lead to something: inside `{{#if path}}`. */
export function assume(scope: Scope, path: Path): Scope {
  if (path.data) return scope;
  const [name, ...rest] = path.parts;
  if (isLocal(path, scope)) {
    const locals = new Map(scope.locals);
    locals.set(name!, withPresent(scope.locals.get(name!)!, rest));
    return { ...scope, locals };
  }
  const contexts = scope.contexts.map((context, depth) =>
    depth === path.depth ? withPresent(context, path.parts) : context,
  );
  return { ...scope, contexts };
}

/** Finds what a path leads to. */
export function resolve(path: Path, scope: Scope): Resolved {
  if (path.data) return resolveData(path, scope);
  if (isLocal(path, scope))
    return walk(scope.locals.get(path.parts[0]!)!, path.parts.slice(1), path.parts[0]!);
  const context = scope.contexts[path.depth];
  if (context === undefined) {
    const hints = [
      "Inside a partial '../' does not reach the caller: hand the value over, {{> partial name=value}}.",
    ];
    return { rule: 'template-path', message: `'${path.original}' leads out of the template.`, hints };
  }
  return walk(context, path.parts, '../'.repeat(path.depth).slice(0, -1));
}

/** Whether the first name of a path is a block parameter rather than a field of the context. */
function isLocal(path: Path, scope: Scope): boolean {
  const scoped = path.depth > 0 || /^(\.|this\b)/.test(path.original);
  return !path.data && !scoped && path.parts[0] !== undefined && scope.locals.has(path.parts[0]);
}

function resolveData(path: Path, scope: Scope): Resolved {
  const [name = '', ...rest] = path.parts;
  if (name === 'root') return walk(scope.root, rest, '@root');
  const known: Readonly<Record<string, Shape>> = {
    index: number,
    first: { kind: 'flag' },
    last: { kind: 'flag' },
    key: number,
  };
  const shape = Object.hasOwn(known, name) ? known[name] : undefined;
  if (shape === undefined || rest.length > 0) {
    const hints = didYouMean(name, ['root', ...Object.keys(known)]);
    return { rule: 'template-path', message: `Unknown name '${path.original}'.`, hints };
  }
  if (path.depth >= scope.loops) {
    const message = `'${path.original}' stands outside of any {{#each}}${path.depth > 0 ? ' it could name' : ''}.`;
    return { rule: 'template-path', message, hints: [] };
  }
  return { shape };
}

/** Follows names from a shape on; `owner` is how the template wrote what they are names of, nothing for the context. */
function walk(from: Shape, parts: readonly string[], owner: string): Resolved {
  const [name, ...rest] = parts;
  if (name === undefined) return { shape: from };
  const within = owner === '' ? '' : ` in '${owner}'`;
  if (from.kind === 'optional') {
    const message = `'${owner}' may be absent, so '${name}' in it may be too.`;
    return { rule: 'template-optional', message, hints: [`Ask first: {{#if ${owner}}}...{{/if}}.`] };
  }
  if (from.kind === 'list' && name === 'length' && rest.length === 0) return { shape: number };
  if (from.kind !== 'record') {
    const hints = from.kind === 'list' ? ['Go through it with {{#each}}.'] : [];
    const subject = owner === '' ? 'the context' : `'${owner}'`;
    return {
      rule: 'template-path',
      message: `There is no '${name}': ${subject} is ${describeShape(from)}.`,
      hints,
    };
  }
  const field: Shape | undefined = Object.hasOwn(from.fields, name) ? from.fields[name] : undefined;
  if (field === undefined) {
    const hints = didYouMean(name, Object.keys(from.fields));
    return { rule: 'template-path', message: `Unknown name '${name}'${within}.`, hints };
  }
  return walk(field, rest, owner === '' ? name : `${owner}.${name}`);
}
