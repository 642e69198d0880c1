import { defineCommand } from './command.ts';
import { workspaceOption } from './options.ts';

export const show = defineCommand({
  usage: 'show <product>',
  about: 'Print the composed annex as text, to see what a template makes',
  positionals: { product: { type: 'string', demandOption: true, describe: 'Product id' } },
  options: {
    workspace: workspaceOption,
    language: {
      alias: 'l',
      type: 'string',
      requiresArg: true,
      describe: 'Language (default: the product’s own)',
    },
    brand: { alias: 'b', type: 'string', requiresArg: true, describe: 'Brand (default: the product’s own)' },
    kind: {
      alias: 'k',
      choices: ['annex', 'workbook'],
      default: 'annex' as const,
      describe: 'Which document',
    },
  },
  examples: [
    ['annex show email-pro -l de', 'the German annex as a tree'],
    ['annex show email-pro --kind workbook', 'the workbook, cell by cell'],
  ],
  async run(values, terminal) {
    const { runShow } = await import('../commands/show.ts');
    return runShow(values, terminal);
  },
});
