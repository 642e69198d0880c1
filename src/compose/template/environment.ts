import Handlebars from 'handlebars';
import type { Program } from './ast.ts';
import { type HelperContext, helpers } from './helpers.ts';

/** The one place that knows Handlebars. */
const handlebars = Handlebars.create();

// Handlebars keeps an error as a prototype. Node 22 cannot put one into a start-up snapshot before somebody has read its stack.
void (Handlebars.Exception as unknown as { readonly prototype: Error }).prototype.stack;

/** A template ready to run: a view and what the helpers know in, markup out. */
export type Compiled<View = unknown> = (
  view: View,
  partials: ReadonlyMap<string, Compiled>,
  context: HelperContext,
) => string;

/** Parses a template. Throws Handlebars' own error, which syntax.ts turns into a Diagnostic. */
export function parseTemplate(source: string, file: string): Program {
  return handlebars.parse(source, { srcName: file }) as unknown as Program;
}

/**
 * Compiles a parsed template. Strict, so that a name the checker missed throws instead of printing nothing; known
 * helpers only; no access to prototypes. White space control is over by now and must not run twice.
 */
export function compileTemplate(program: Program): Compiled {
  const run = handlebars.compile(program, {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: Object.fromEntries(helpers.map((helper) => [helper.name, true])),
    noEscape: false,
    // A partial on a line of its own would otherwise indent every line break inside a data cell.
    preventIndent: true,
    ignoreStandalone: true,
  });
  const compiled: Compiled = (view, partials, context) =>
    run(view, {
      data: { context },
      helpers: handlebarsHelpers,
      partials: Object.fromEntries([...partials].map(([name, partial]) => [name, delegates.get(partial)!])),
      allowProtoPropertiesByDefault: false,
      allowProtoMethodsByDefault: false,
    });
  delegates.set(compiled, run);
  return compiled;
}

/** Handlebars' own function behind a compiled template, which partials need. */
const delegates = new WeakMap<Compiled, Handlebars.TemplateDelegate>();

type Options = {
  readonly hash: Readonly<Record<string, unknown>>;
  readonly data: { readonly context: HelperContext };
};

/** Our helpers in Handlebars' calling convention, where the options come last. */
const handlebarsHelpers = Object.fromEntries(
  helpers.map((helper) => [
    helper.name,
    (...given: unknown[]) => {
      const options = given.at(-1) as Options;
      return helper.run(given.slice(0, -1), options.hash, options.data.context);
    },
  ]),
);
