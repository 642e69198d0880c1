import { UsageFault } from '../usage-fault.ts';
import { defineCommand } from './command.ts';
import { listOption, workspaceOption } from './options.ts';

export const dev = defineCommand({
  usage: 'dev',
  about: 'Show the documents in a browser, and every change as it is made',
  positionals: {},
  options: {
    workspace: workspaceOption,
    product: { ...listOption, alias: 'p', describe: 'Only these products' },
    language: { ...listOption, alias: 'l', describe: 'Only these languages' },
    port: {
      type: 'string',
      requiresArg: true,
      default: '4173',
      coerce: readPort,
      describe: 'Port on this machine; 0 for any that is free',
    },
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

function readPort(value: string): number {
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value);
  throw new UsageFault(`--port takes a number up to 65535, such as 4173; found '${value}'.`);
}
