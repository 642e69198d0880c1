import { defineCommand } from './command.ts';
import { listOption, workspaceOption } from './options.ts';

export const verify = defineCommand({
  usage: 'verify [dir]',
  about: 'Read published files again and hold them against the workspace',
  positionals: {
    dir: { type: 'string', describe: 'Output folder (default: output in the workspace)' },
  },
  options: {
    workspace: workspaceOption,
    product: { ...listOption, alias: 'p', describe: 'Only these products' },
    language: { ...listOption, alias: 'l', describe: 'Only these languages' },
    format: { ...listOption, alias: 'f', describe: 'Only these formats' },
    reporter: {
      alias: 'r',
      choices: ['human', 'json'],
      default: 'human' as const,
      describe: 'How the result is printed',
    },
  },
  examples: [
    ['annex verify', 'the output of this workspace'],
    ['annex verify /srv/annexes -p email-pro', 'one product, published elsewhere'],
  ],
  async run({ workspace, dir, product, language, format, reporter }, terminal) {
    const { runVerify } = await import('../commands/verify.ts');
    const request = {
      products: product ?? [],
      languages: language ?? [],
      formats: format ?? [],
      brands: [],
    };
    return runVerify({ workspace, out: dir, request, reporter }, terminal);
  },
});
