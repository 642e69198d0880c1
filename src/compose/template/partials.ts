import { didYouMean } from '../../diagnostics/suggest.ts';
import { describeShape, record, type Shape } from '../shape.ts';
import type { Partial } from './ast.ts';
import { checkExpression } from './calls.ts';
import type { Check } from './contract.ts';
import type { Surroundings } from './scan.ts';
import { partialScope, type Scope } from './scope.ts';

/** Checks the call of a partial, and the partial itself for the context it is called with. */
export function checkPartial(call: Partial, scope: Scope, check: Check, place: Surroundings): void {
  const { report } = check;
  if (call.name.type === 'SubExpression') {
    const message = 'A partial is called by its name: one that is computed cannot be checked beforehand.';
    report({ rule: 'template-refused', loc: call.loc, message });
    return;
  }
  const name = String(call.name.original);
  const program = check.partials.get(name);
  if (program === undefined) {
    const hints = [
      ...didYouMean(name, check.partials.keys()),
      'Partials are files: templates/partials/<name>.hbs.',
    ];
    report({ rule: 'template-partial', loc: call.name.loc, message: `Unknown partial '${name}'.`, hints });
    return;
  }
  if (check.calling.includes(name)) {
    const circle = [...check.calling.slice(check.calling.indexOf(name)), name].join(' > ');
    report({
      rule: 'template-partial',
      loc: call.loc,
      message: `The partial '${name}' calls itself: ${circle}.`,
    });
    return;
  }
  if (place !== 'text') {
    report({
      rule: 'template-place',
      loc: call.loc,
      message: 'A partial cannot stand inside a tag or a comment.',
    });
  }
  const context = contextOf(call, scope, check);
  if (context === undefined) return;
  const key = JSON.stringify([name, context]);
  if (check.done.has(key)) return;
  check.done.add(key);
  check.walk(program, partialScope(context, scope.root), { ...check, calling: [...check.calling, name] });
}

/** The context a partial is given: the current one or its one argument, with the `name=value` pairs laid over it. */
function contextOf(call: Partial, scope: Scope, check: Check): Shape | undefined {
  if (call.params.length > 1) {
    const message = `A partial takes one context, found ${call.params.length}.`;
    check.report({
      rule: 'template-argument',
      loc: call.loc,
      message,
      hints: ['Hand values over as name=value.'],
    });
    return undefined;
  }
  const [given] = call.params;
  const context = given ? checkExpression(given, scope, check) : scope.contexts[0];
  const pairs = (call.hash?.pairs ?? []).map(
    (pair) => [pair.key, checkExpression(pair.value, scope, check)] as const,
  );
  if (context === undefined || pairs.some(([, shape]) => shape === undefined)) return undefined;
  if (pairs.length === 0) return context;
  if (context.kind !== 'record') {
    const message = `name=value can only be laid over a record; the context is ${describeShape(context)}.`;
    check.report({ rule: 'template-argument', loc: call.loc, message });
    return undefined;
  }
  return record({ ...context.fields, ...Object.fromEntries(pairs as (readonly [string, Shape])[]) });
}
