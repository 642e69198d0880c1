import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import { describeShape, type Shape } from '../shape.ts';
import type { Block, Expression, Literal, Loc, Mustache, Path, Program, Statement } from './ast.ts';
import { checkCall, checkExpression } from './calls.ts';
import type { Check, Contract, Fault } from './contract.ts';
import { helperNamed } from './helpers.ts';
import { checkPartial } from './partials.ts';
import { placeOf, type Surroundings, scanMarkup } from './scan.ts';
import { assume, enter, rootScope, type Scope } from './scope.ts';

/**
 * Walks a template and the partials it calls before anything renders. Every path, helper, word and partial has to
 * fit the contract; Handlebars' own strict mode is silent for `#if`, `#each` and `#with` of missing names.
 */
export function checkTemplate(program: Program, contract: Contract): Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  const report = ({ rule, loc, message, hints = [] }: Fault) => {
    const place = { ...placeOf(loc), ...lengthOf(loc) };
    // A partial called from several places is checked for each; the same fault is said once.
    const key = [rule, place.file, place.line, place.column, message].join('\n');
    if (!found.has(key)) found.set(key, error(rule, place, message, { hints }));
  };
  checkProgram(program, rootScope(contract.view), {
    ...contract,
    report,
    walk: checkProgram,
    calling: [],
    done: new Set(),
  });
  return [...found.values()];
}

function lengthOf(loc: Loc): { length?: number } {
  return loc.start.line === loc.end.line ? { length: loc.end.column - loc.start.column } : {};
}

/** Checks a template or a partial from its top. */
function checkProgram(program: Program, scope: Scope, check: Check): void {
  const { surroundings } = scanMarkup(program);
  checkStatements(program, scope, check, surroundings);
}

type Places = ReadonlyMap<Statement, Surroundings>;

function checkStatements(program: Program | undefined, scope: Scope, check: Check, places: Places): void {
  for (const statement of program?.body ?? []) {
    switch (statement.type) {
      case 'ContentStatement':
      case 'CommentStatement':
        break;
      case 'MustacheStatement':
        checkMustache(statement, scope, check, places.get(statement) ?? 'text');
        break;
      case 'BlockStatement':
        checkBlock(statement, scope, check, places);
        break;
      case 'PartialStatement':
        checkPartial(statement, scope, check, places.get(statement) ?? 'text');
        break;
      default:
        check.report(
          refused(statement.loc, 'Inline partials, partial blocks and decorators are not used here', []),
        );
    }
  }
}

function refused(loc: Loc, what: string, hints: readonly string[]): Fault {
  return { rule: 'template-refused', loc, message: `${what}.`, hints };
}

function checkMustache(mustache: Mustache, scope: Scope, check: Check, place: Surroundings): void {
  if (!mustache.escaped) {
    const hints = ['Write {{name}}: what a cell holds is printed as typed, never read as markup.'];
    check.report(refused(mustache.loc, '{{{...}}} and {{&...}} would print text as markup', hints));
    return;
  }
  const shape = checkCall(mustache, scope, check);
  if (shape === undefined) return;
  if (shape.kind === 'optional') {
    const hints = [`Ask first: {{#if ${nameOf(mustache)}}}...{{/if}}.`];
    check.report({
      rule: 'template-optional',
      loc: mustache.loc,
      message: `'${nameOf(mustache)}' may be absent.`,
      hints,
    });
  } else if (shape.kind === 'list' || shape.kind === 'record' || shape.kind === 'flag') {
    const hints = { list: ['Use {{#each}} or {{join}}.'], record: [], flag: ['Use {{#if}}.'] }[
      shape.kind
    ] satisfies string[];
    const message = `'${nameOf(mustache)}' is ${describeShape(shape)} and cannot be printed.`;
    check.report({ rule: 'template-argument', loc: mustache.loc, message, hints });
  }
  checkSurroundings(mustache, shape, place, check);
}

/** Text of the data may stand between tags and in quoted attribute values: elsewhere it could become markup. */
function checkSurroundings(mustache: Mustache, shape: Shape, place: Surroundings, check: Check): void {
  const harmless = shape.kind === 'number' || shape.kind === 'words';
  if (place === 'text' || place === 'double' || place === 'single' || (place === 'name' && harmless)) return;
  const where = {
    name: "in a tag's name",
    tag: 'in a tag, outside of the quotes of an attribute',
    comment: 'in a comment',
    cdata: 'in a CDATA section',
    instruction: 'in a processing instruction',
  }[place];
  const hints = place === 'comment' ? ['Comments of templates are written {{!-- like this --}}.'] : [];
  check.report({
    rule: 'template-place',
    loc: mustache.loc,
    message: `A value cannot stand ${where}.`,
    hints,
  });
}

function nameOf(statement: { readonly path: Path | Literal }): string {
  return String(statement.path.original);
}

const blockNames = ['each', 'if', 'unless', 'with'];

function checkBlock(block: Block, scope: Scope, check: Check, places: Places): void {
  const name = nameOf(block);
  if (!blockNames.includes(name)) {
    check.report({
      rule: 'template-helper',
      loc: block.path.loc,
      message: `{{#${name}}} is no block.`,
      hints: helperNamed(name)
        ? [`Use it as a condition: {{#if (${name} ...)}}.`]
        : didYouMean(name, blockNames),
    });
    return;
  }
  checkNamed(block, check);
  const [subject, ...surplus] = block.params;
  if (subject === undefined || surplus.length > 0) {
    const message = `{{#${name}}} takes one argument, found ${block.params.length}.`;
    check.report({ rule: 'template-argument', loc: block.loc, message });
    return;
  }
  const shape = checkExpression(subject, scope, check);
  const names = block.program?.blockParams ?? [];
  const { within, otherwise } = branches(name, subject, shape, names, scope, check);
  if (within) checkStatements(block.program, within, check, places);
  checkStatements(block.inverse, otherwise, check, places);
}

function checkNamed(block: Block, check: Check): void {
  for (const pair of block.hash?.pairs ?? []) {
    const message = `{{#${nameOf(block)}}} takes no '${pair.key}='.`;
    check.report({ rule: 'template-argument', loc: pair.loc, message });
  }
}

type Branches = { readonly within: Scope | undefined; readonly otherwise: Scope };

/** The scopes of a block's two branches; what was asked for is known to be there in one of them. */
function branches(
  name: string,
  subject: Expression,
  shape: Shape | undefined,
  names: readonly string[],
  scope: Scope,
  check: Check,
): Branches {
  if (name === 'if') return { within: assumeHolds(subject, scope), otherwise: assumeFails(subject, scope) };
  if (name === 'unless')
    return { within: assumeFails(subject, scope), otherwise: assumeHolds(subject, scope) };
  // Without a shape every name inside would be reported too; the one fault is enough.
  if (shape === undefined) return { within: undefined, otherwise: scope };
  const present = shape.kind === 'optional' ? shape.of : shape;
  if (name === 'with')
    return { within: enter(assumeHolds(subject, scope), present, names, false), otherwise: scope };
  if (present.kind !== 'list') {
    const message = `{{#each}} needs a list; '${writtenOf(subject)}' is ${describeShape(present)}.`;
    check.report({ rule: 'template-argument', loc: subject.loc, message });
    return { within: undefined, otherwise: scope };
  }
  return { within: enter(assumeHolds(subject, scope), present.of, names, true), otherwise: scope };
}

function writtenOf(expression: Expression): string {
  return expression.type === 'SubExpression' ? `(${nameOf(expression)} ...)` : String(expression.original);
}

function assumeHolds(condition: Expression, scope: Scope): Scope {
  if (condition.type === 'PathExpression') return assume(scope, condition);
  if (condition.type !== 'SubExpression') return scope;
  if (nameOf(condition) === 'and')
    return condition.params.reduce((known, part) => assumeHolds(part, known), scope);
  if (nameOf(condition) === 'not') return assumeFails(condition.params[0]!, scope);
  return scope;
}

function assumeFails(condition: Expression, scope: Scope): Scope {
  if (condition?.type !== 'SubExpression') return scope;
  if (nameOf(condition) === 'or')
    return condition.params.reduce((known, part) => assumeFails(part, known), scope);
  if (nameOf(condition) === 'not') return assumeHolds(condition.params[0]!, scope);
  return scope;
}
