import { defineCommand } from './command.ts';
import { listOption, workspaceOption } from './options.ts';

export const fix = defineCommand({
  usage: 'fix',
  about: 'Fill in empty ids; shows the change first and touches no other byte',
  positionals: {},
  options: {
    workspace: workspaceOption,
    product: { ...listOption, alias: 'p', describe: 'Only these products' },
    'dry-run': {
      alias: 'n',
      type: 'boolean',
      default: false,
      describe: 'Show the change and write nothing',
    },
  },
  examples: [
    ['annex fix --dry-run', 'show the ids that would be filled in'],
    ['annex fix', 'show them, and fill them in'],
  ],
  async run({ workspace, product, dryRun }, terminal) {
    const { runFix } = await import('../commands/fix.ts');
    return runFix({ workspace, products: product ?? [], dryRun }, terminal);
  },
});
