import { defineCommand } from './command.ts';
import { listOption, workspaceOption } from './options.ts';

export const diff = defineCommand({
  usage: 'diff [old] [now]',
  about: 'Say which duties moved, and what else changed, from one edition to another',
  positionals: {
    old: {
      type: 'string',
      describe:
        'Workspace, product folder, git revision, edition, PDF, workbook or web page (default: as released)',
    },
    now: { type: 'string', describe: 'The same (default: the workspace as it is)' },
  },
  options: {
    workspace: workspaceOption,
    product: { ...listOption, alias: 'p', describe: 'Only these products (default: all)' },
    language: {
      alias: 'l',
      type: 'string',
      requiresArg: true,
      describe: 'Compare texts in this language, such as fr',
    },
    out: {
      alias: 'o',
      type: 'string',
      requiresArg: true,
      describe: 'Make change annexes in this folder: old and new side by side',
    },
    format: {
      ...listOption,
      alias: 'f',
      implies: 'out',
      describe: 'Formats of the change annexes: pdf, html, xlsx (default: pdf)',
    },
    json: { type: 'boolean', default: false, describe: 'Print as JSON' },
    'exit-code': { type: 'boolean', default: false, describe: 'Exit with 1 if anything changed' },
  },
  examples: [
    ['annex diff', 'what changed since the last release'],
    ['annex diff HEAD~1', 'what changed since the commit before'],
    ['annex diff signed.pdf . -p email-pro', 'what changed since the annex that was signed'],
    ['annex diff signed.pdf . --out changes --format pdf,xlsx', 'a change annex to be signed'],
    ['annex diff v1:data/products/email-pro data/products/email-pro', 'one product since a tag'],
  ],
  async run(values, terminal) {
    const { runDiff } = await import('../commands/diff.ts');
    const { product, format, out } = values;
    return runDiff({ ...values, out, products: product ?? [], formats: format ?? ['pdf'] }, terminal);
  },
});
