import type { Element } from '../../markup/element.ts';
import type { Program } from '../ast.ts';
import type { HelperContext } from '../helpers.ts';
import { compileDirect } from './compile.ts';
import { NotDirect, Run, type Step } from './run.ts';

/** A template that a view is put into: elements, or undefined where it has to be rendered as markup and parsed. */
export type Direct<View> = (view: View, context: HelperContext) => Element | undefined;

/**
 * A template with its partials as what they nearly always are: elements that are written in full, with values and blocks
 * between them. They grow without markup in between, which is several times quicker than writing it and parsing it, and come
 * out the same. What is not so simple is undefined, and so is every view with a fault: markup tells what is wrong with it.
 *
 * The programs have to be woven (weave.ts); each is compiled when it is first needed.
 */
export function directly<View>(main: Program, partials: ReadonlyMap<string, Program>): Direct<View> {
  const compiled = new Map<string, Step | undefined>();
  const find = (name: string): Step | undefined => {
    const program = partials.get(name);
    if (program !== undefined && !compiled.has(name)) compiled.set(name, compileDirect(program, find));
    return compiled.get(name);
  };
  let step: Step | undefined | 'unread' = 'unread';
  return (view, context) => {
    if (step === 'unread') step = compileDirect(main, find);
    return step && grow(step, view, context);
  };
}

function grow(step: Step, view: unknown, context: HelperContext): Element | undefined {
  const run = new Run(context);
  try {
    step({ root: view, context: view, up: undefined, locals: undefined, index: -1, isLast: false }, run);
  } catch (fault) {
    if (fault instanceof NotDirect) return undefined;
    throw fault;
  }
  run.growing.text(run.text);
  return run.growing.root();
}
