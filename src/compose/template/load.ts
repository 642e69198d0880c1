import { type Checked, checked, failed } from '../../diagnostics/checked.ts';
import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Program } from './ast.ts';
import { checkTemplate } from './check.ts';
import { directly } from './direct/direct.ts';
import { type Compiled, compileTemplate } from './environment.ts';
import { renderTemplate } from './render.ts';
import type { TemplateKind, TemplateSet } from './set.ts';
import { readTemplate } from './syntax.ts';
import { weavePlaces } from './weave.ts';

const partialFolder = 'templates/partials';

/**
 * Reads a template and all partials, and checks them once for all products: syntax, every name against the view,
 * words, and, by rendering the samples, the markup against its dialect. `words` are those of the reference language.
 */
export function loadTemplates<View>(
  source: Pick<Workspace, 'read' | 'list'>,
  kind: TemplateKind<View>,
  words: ReadonlyMap<string, string>,
): Checked<TemplateSet<View>> {
  const main = readProgram(source, kind.file);
  const partials = readPartials(source);
  const unread = [...main.diagnostics, ...partials.flatMap(([, partial]) => partial.diagnostics)];
  const programs = new Map(partials.flatMap(([name, { value }]) => (value ? [[name, value] as const] : [])));
  if (!main.value || unread.length > 0) return failed(...unread);
  const faults = checkTemplate(main.value, { view: kind.shape, words, partials: programs });
  if (faults.length > 0) return failed(...faults);
  const set: TemplateSet<View> = {
    file: kind.file,
    dialect: kind.dialect,
    main: compileWoven(main.value, kind.file),
    partials: new Map(
      [...programs].map(([name, program]) => [name, compileWoven(program, partialFile(name))]),
    ),
    direct: directly(main.value, programs),
  };
  const found = kind.samples.flatMap((sample) => tryOut(set, sample, words));
  return found.length > 0 ? failed(...distinct(found)) : checked(set);
}

function readPartials(source: Pick<Workspace, 'read' | 'list'>): (readonly [string, Checked<Program>])[] {
  const names = source.list(partialFolder).files.filter((file) => /^[a-z][a-z0-9-]*\.hbs$/.test(file));
  return names.map((file) => [
    file.slice(0, -'.hbs'.length),
    readProgram(source, `${partialFolder}/${file}`),
  ]);
}

function partialFile(name: string): string {
  return `${partialFolder}/${name}.hbs`;
}

function readProgram(source: Pick<Workspace, 'read'>, path: string): Checked<Program> {
  const file = source.read(path);
  if (!file) return failed(error('template-missing', { file: path }, 'The template does not exist.'));
  const text = decode(file.bytes);
  if (text === undefined) {
    const hints = ['Save the file as UTF-8.'];
    return failed(
      error('template-encoding', { file: path }, 'The template is not written in UTF-8.', { hints }),
    );
  }
  return readTemplate(text, path);
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function compileWoven(program: Program, file: string): Compiled {
  weavePlaces(program, file);
  return compileTemplate(program);
}

function tryOut<View>(
  set: TemplateSet<View>,
  sample: View,
  words: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  const rendered = renderTemplate(set, sample, words);
  return rendered.value ? [] : rendered.diagnostics;
}

function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [
    ...new Map(
      diagnostics.map((found) => [JSON.stringify([found.rule, found.place, found.message]), found]),
    ).values(),
  ];
}
