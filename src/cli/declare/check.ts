import { defineCommand } from './command.ts';
import { workspaceOption } from './options.ts';

export const check = defineCommand({
  usage: 'check',
  about: 'Name every fault of the workspace, and build nothing',
  positionals: {},
  options: {
    workspace: workspaceOption,
    reporter: {
      alias: 'r',
      choices: ['human', 'json'],
      default: 'human' as const,
      describe: 'How findings are printed',
    },
    accepted: { type: 'boolean', default: false, describe: 'Show accepted findings too, with their reasons' },
  },
  examples: [
    ['annex check', 'findings with file, line and column'],
    ['annex check --reporter json > findings.json', 'for another program'],
  ],
  async run(values, terminal) {
    const { runCheck } = await import('../commands/check.ts');
    return runCheck(values, terminal);
  },
});
