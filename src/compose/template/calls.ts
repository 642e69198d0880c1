import { didYouMean } from '../../diagnostics/suggest.ts';
import { describeShape, flag, number, type Shape, text } from '../shape.ts';
import type { Expression, Hash, Literal, Loc, Path } from './ast.ts';
import type { Check, Fault } from './contract.ts';
import { type Argument, type Helper, helperNamed, helpers } from './helpers.ts';
import { resolve, type Scope } from './scope.ts';
import { parametersOf } from './words.ts';

type CallLike = {
  readonly path: Path | Literal;
  readonly params: readonly Expression[];
  readonly hash: Hash | undefined;
  readonly loc: Loc;
};

/** Checks a value: a path, a literal, or a call in parentheses. Gives its shape, or reports why it has none. */
export function checkExpression(expression: Expression, scope: Scope, check: Check): Shape | undefined {
  switch (expression.type) {
    case 'StringLiteral':
      return text;
    case 'NumberLiteral':
      return number;
    case 'BooleanLiteral':
      return flag;
    case 'UndefinedLiteral':
    case 'NullLiteral':
      check.report({
        rule: 'template-argument',
        loc: expression.loc,
        message: 'undefined and null are no values here.',
      });
      return undefined;
    case 'SubExpression':
      return checkHelper(expression, scope, check);
    case 'PathExpression': {
      const resolved = resolve(expression, scope);
      if ('shape' in resolved) return resolved.shape;
      check.report({ ...resolved, loc: expression.loc });
      return undefined;
    }
  }
}

/** Checks what stands between `{{` and `}}`: a helper with its arguments, or else a path. */
export function checkCall(call: CallLike, scope: Scope, check: Check): Shape | undefined {
  if (call.path.type !== 'PathExpression') {
    const message = `'${call.path.original}' is a literal: write the text itself.`;
    check.report({ rule: 'template-path', loc: call.loc, message });
    return undefined;
  }
  const withArguments = call.params.length > 0 || (call.hash?.pairs.length ?? 0) > 0;
  const alone = call.path.parts.length === 1 && call.path.original === call.path.parts[0];
  const isLocal = alone && scope.locals.has(call.path.parts[0]!);
  const isHelper = alone && !isLocal && helperNamed(call.path.parts[0]!) !== undefined;
  return withArguments || isHelper
    ? checkHelper(call, scope, check)
    : checkExpression(call.path, scope, check);
}

const builtIn = ['each', 'if', 'unless', 'with'];

function checkHelper(call: CallLike, scope: Scope, check: Check): Shape | undefined {
  const name = String(call.path.original);
  const helper = helperNamed(name);
  if (!helper) {
    check.report(unknownHelper(name, call.path.loc));
    return undefined;
  }
  checkCount(call, helper, scope, check);
  call.params.forEach((param, index) => {
    const shape = checkExpression(param, scope, check);
    const expected = helper.takes[Math.min(index, helper.takes.length - 1)]!;
    if (shape && !suits(shape, expected)) check.report(wrongArgument(name, expected, shape, param.loc));
  });
  for (const id of helper.needs ?? []) {
    if (check.words.has(id)) continue;
    check.report({
      rule: 'template-word',
      loc: call.loc,
      message: `'${name}' needs the word '${id}'.`,
      hints: [],
    });
  }
  if (helper.named) checkWord(call, scope, check);
  else for (const pair of call.hash?.pairs ?? []) check.report(surplusName(name, pair));
  return { text, number, flag }[helper.returns];
}

function unknownHelper(name: string, loc: Loc): Fault {
  if (name === 'lookup') {
    const message = "'lookup' is not used here: it reads names that cannot be checked beforehand.";
    return { rule: 'template-refused', loc, message };
  }
  if (builtIn.includes(name)) {
    return {
      rule: 'template-helper',
      loc,
      message: `'${name}' is a block: write {{#${name} ...}}...{{/${name}}}.`,
    };
  }
  const known = helpers.map((helper) => helper.name);
  return {
    rule: 'template-helper',
    loc,
    message: `Unknown helper '${name}'.`,
    hints: didYouMean(name, known),
  };
}

function checkCount(call: CallLike, helper: Helper, scope: Scope, check: Check): void {
  const most = helper.repeats ? Number.POSITIVE_INFINITY : helper.takes.length;
  const least = helper.takes.length - (helper.optional ?? 0);
  const found = call.params.length;
  if (found >= least && found <= most) return;
  const expected =
    least === most
      ? `${least}`
      : most === Number.POSITIVE_INFINITY
        ? `at least ${least}`
        : `${least} to ${most}`;
  const message = `'${helper.name}' takes ${expected} argument${expected === '1' ? '' : 's'}, found ${found}.`;
  const context = scope.contexts[0];
  const isField = found === 0 && context?.kind === 'record' && Object.hasOwn(context.fields, helper.name);
  const hint = isField
    ? `For the field of that name write {{this.${helper.name}}}.`
    : `Example: ${helper.example}`;
  check.report({ rule: 'template-argument', loc: call.loc, message, hints: [hint] });
}

function suits(shape: Shape, expected: Argument): boolean {
  switch (expected) {
    case 'any':
      return true;
    case 'text':
      return shape.kind === 'text' || shape.kind === 'words';
    case 'number':
      return shape.kind === 'number';
    case 'list':
      return shape.kind === 'list';
  }
}

function wrongArgument(name: string, expected: Argument, shape: Shape, loc: Loc): Fault {
  const rule = shape.kind === 'optional' ? 'template-optional' : 'template-argument';
  return { rule, loc, message: `'${name}' expects a ${expected} here, found ${describeShape(shape)}.` };
}

function surplusName(name: string, pair: { readonly key: string; readonly loc: Loc }): Fault {
  return { rule: 'template-argument', loc: pair.loc, message: `'${name}' takes no '${pair.key}='.` };
}

/** Checks the id of a word, and that its parameters are given: all of them, and no others. */
function checkWord(call: CallLike, scope: Scope, check: Check): void {
  for (const pair of call.hash?.pairs ?? []) {
    const shape = checkExpression(pair.value, scope, check);
    if (shape && !suits(shape, 'text') && shape.kind !== 'number') {
      const message = `'${pair.key}' fills a word and has to be a text or a number, found ${describeShape(shape)}.`;
      check.report({
        rule: shape.kind === 'optional' ? 'template-optional' : 'template-argument',
        loc: pair.loc,
        message,
      });
    }
  }
  const [id] = call.params;
  if (id === undefined) return;
  for (const word of idsOf(id, scope, check)) checkWordId(word, id.loc, call, check);
}

function idsOf(id: Expression, scope: Scope, check: Check): readonly string[] {
  if (id.type === 'StringLiteral') return [id.value];
  const resolved = id.type === 'PathExpression' ? resolve(id, scope) : undefined;
  if (resolved === undefined || !('shape' in resolved)) return [];
  if (resolved.shape.kind === 'words') return resolved.shape.known;
  const message = "The word's id has to be written out, or come from a value with a known set of ids.";
  check.report({ rule: 'template-word', loc: id.loc, message, hints: ['Example: {{word "notes-title"}}'] });
  return [];
}

function checkWordId(id: string, loc: Loc, call: CallLike, check: Check): void {
  const word = check.words.get(id);
  if (word === undefined) {
    check.report({
      rule: 'template-word',
      loc,
      message: `Unknown word '${id}'.`,
      hints: didYouMean(id, check.words.keys()),
    });
    return;
  }
  const wanted = parametersOf(word);
  const given = (call.hash?.pairs ?? []).map((pair) => pair.key);
  for (const name of wanted.filter((name) => !given.includes(name))) {
    const hints = [`The word reads: ${word}`];
    check.report({
      rule: 'template-word',
      loc: call.loc,
      message: `The word '${id}' needs '${name}='.`,
      hints,
    });
  }
  for (const pair of (call.hash?.pairs ?? []).filter(({ key }) => !wanted.includes(key))) {
    const hints = wanted.length > 0 ? didYouMean(pair.key, wanted) : [`The word reads: ${word}`];
    check.report({
      rule: 'template-word',
      loc: pair.loc,
      message: `The word '${id}' has no '{${pair.key}}'.`,
      hints,
    });
  }
}
