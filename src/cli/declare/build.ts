import { defineCommand } from './command.ts';
import { listOption, workspaceOption } from './options.ts';

export const build = defineCommand({
  usage: 'build',
  about: 'Build annexes and workbooks',
  positionals: {},
  options: {
    workspace: workspaceOption,
    out: {
      alias: 'o',
      type: 'string',
      requiresArg: true,
      describe: 'Output folder (default: output in the workspace)',
    },
    product: { ...listOption, alias: 'p', describe: 'Only these products' },
    language: { ...listOption, alias: 'l', describe: 'Only these languages' },
    format: { ...listOption, alias: 'f', describe: 'Only these formats' },
    brand: { ...listOption, alias: 'b', describe: 'In these brands instead of the products’ own' },
    json: { type: 'boolean', default: false, describe: 'Print the result as JSON' },
  },
  examples: [
    ['annex build', 'everything the workspace asks for'],
    ['annex build -p email-pro -l fr,de', 'one product in two languages'],
    ['annex build -f pdf --out /srv/annexes', 'only PDFs, elsewhere'],
  ],
  async run({ workspace, out, product, language, format, brand, json }, terminal) {
    const { runBuild } = await import('../commands/build.ts');
    const request = {
      products: product ?? [],
      languages: language ?? [],
      formats: format ?? [],
      brands: brand ?? [],
    };
    return runBuild({ workspace, out, request, json }, terminal);
  },
});
