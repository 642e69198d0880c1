import { resolveReferences } from '../../markup/plain.ts';
import type { Block, Mustache, Partial, Program, Statement } from '../ast.ts';
import { blockKinds } from './blocks.ts';
import { printed } from './printing.ts';
import { enter, NotDirect, type Step } from './run.ts';
import { closeStep, tagStep, writeStep } from './tags.ts';
import { compileArgument, compileHash, compileMustache, type Names, type Value } from './values.ts';

/** Partials by name; undefined for one that is not there or not direct. */
export type FindPartial = (name: string) => Step | undefined;

/**
 * Compiles a woven template into steps that grow elements. There are none for a template that is not plain (plain.ts), or
 * whose tags and blocks do not close one in the other.
 */
export function compileDirect(program: Program, partials: FindPartial): Step | undefined {
  try {
    const compiler = new Compiler(partials);
    const step = compiler.compile(program, undefined);
    return compiler.isInTag ? undefined : step;
  } catch (fault) {
    if (fault instanceof NotDirect) return undefined;
    throw fault;
  }
}

class Compiler {
  readonly #partials: FindPartial;
  #steps: Step[] = [];
  /** The parts of the tag that is open, as far as they are not among the steps; undefined between tags. */
  #tag: (string | Value)[] | undefined;
  /** Whether parts of that tag are among the steps. */
  #isWritten = false;

  constructor(partials: FindPartial) {
    this.#partials = partials;
  }

  get isInTag(): boolean {
    return this.#tag !== undefined;
  }

  compile(program: Program | undefined, names: Names | undefined): Step {
    const around = this.#steps;
    const steps: Step[] = [];
    this.#steps = steps;
    for (const statement of program?.body ?? []) this.#statement(statement, names);
    if (this.#isWritten) this.#writeTag();
    this.#steps = around;
    return (frame, run) => {
      for (const step of steps) step(frame, run);
    };
  }

  #statement(statement: Statement, names: Names | undefined): void {
    if (statement.type === 'ContentStatement') this.#content(statement.value);
    else if (statement.type === 'MustacheStatement') this.#mustache(statement, names);
    else if (statement.type === 'BlockStatement') this.#block(statement, names);
    else if (statement.type === 'PartialStatement') this.#partial(statement, names);
    else if (statement.type !== 'CommentStatement') throw new NotDirect();
  }

  #content(content: string): void {
    let at = 0;
    while (at < content.length) {
      const end = content.indexOf(this.#tag === undefined ? '<' : '>', at);
      const next = end < 0 ? content.length : this.#tag === undefined ? end : end + 1;
      const piece = content.slice(at, next);
      if (this.#tag === undefined) this.#say(piece);
      else this.#tag.push(printed(piece));
      at = next;
      if (end < 0) return;
      if (this.#tag === undefined) this.#tag = [];
      else this.#closeTag();
    }
  }

  #say(written: string): void {
    const text = written.includes('>') ? undefined : resolveReferences(printed(written));
    if (text === undefined) throw new NotDirect();
    this.#steps.push((_, run) => {
      run.text += text;
    });
  }

  #mustache(mustache: Mustache, names: Names | undefined): void {
    if (!mustache.escaped) throw new NotDirect();
    const value = compileMustache(mustache, names);
    if (this.#tag !== undefined) {
      this.#tag.push(value);
      return;
    }
    this.#steps.push((frame, run) => {
      run.text += printed(value(frame, run));
    });
  }

  #writeTag(): void {
    if (this.#tag!.length > 0) this.#steps.push(writeStep(this.#tag!));
    this.#tag = [];
    this.#isWritten = true;
  }

  #closeTag(): void {
    this.#steps.push(this.#isWritten ? closeStep(this.#tag!) : tagStep(this.#tag!));
    this.#tag = undefined;
    this.#isWritten = false;
  }

  #block({ path, params, hash, program, inverse }: Block, names: Names | undefined): void {
    const kind = blockKinds.get(String(path.original));
    const [subject, second] = params;
    const named = program?.blockParams ?? [];
    const isOdd = kind === undefined || subject === undefined || second !== undefined || hash !== undefined;
    if (isOdd || (named.length > 0 && /if|unless/.test(String(path.original)))) throw new NotDirect();
    if (this.isInTag) this.#writeTag();
    const isNaming = named.length > 0;
    this.#steps.push(
      kind({
        subject: compileArgument(subject, names),
        program: this.#branch(program, isNaming ? { names: named, around: names } : names),
        inverse: this.#branch(inverse, names),
        isNaming,
      }),
    );
  }

  /** A branch of a block ends where it begins: between tags, or in the same one. */
  #branch(program: Program | undefined, names: Names | undefined): Step {
    const { isInTag } = this;
    const step = this.compile(program, names);
    if (this.isInTag !== isInTag || this.#isWritten !== isInTag) throw new NotDirect();
    return step;
  }

  #partial({ name, params, hash, indent }: Partial, names: Names | undefined): void {
    if (this.isInTag || name.type === 'SubExpression' || params.length > 1) throw new NotDirect();
    if (indent) this.#say(indent);
    const called = String(name.original);
    const given = params[0] && compileArgument(params[0], names);
    const named = compileHash(hash, names);
    const partials = this.#partials;
    this.#steps.push((frame, run) => {
      const step = partials(called);
      if (step === undefined) throw new NotDirect();
      const base = given === undefined ? frame.context : given(frame, run);
      const context = named === undefined ? base : { ...(base as object), ...named(frame, run) };
      step(enter(frame, context, { locals: undefined, index: -1, isLast: false }), run);
    });
  }
}
