import { defineCommand } from './command.ts';
import { listOption, portOption, workspaceOption } from './options.ts';

export const dev = defineCommand({
  usage: 'dev',
  about: 'Show the documents in a browser, and every change as it is made',
  positionals: {},
  options: {
    workspace: workspaceOption,
    product: { ...listOption, alias: 'p', describe: 'Only these products' },
    language: { ...listOption, alias: 'l', describe: 'Only these languages' },
    port: { ...portOption, default: '4173' },
  },
  examples: [
    ['annex dev', 'the address to open is printed; Ctrl-C ends it'],
    ['annex dev -p email-pro -l fr', 'one product in one language'],
  ],
  async run({ workspace, product, language, port }, terminal) {
    const { runDev } = await import('../commands/dev.ts');
    const request = { products: product ?? [], languages: language ?? [], formats: [], brands: [] };
    return runDev({ workspace, port, request }, terminal);
  },
});
