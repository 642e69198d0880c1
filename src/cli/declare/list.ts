import { defineCommand } from './command.ts';
import { workspaceOption } from './options.ts';

export const list = defineCommand({
  usage: 'list',
  about: 'List products, editions, languages and states',
  positionals: {},
  options: {
    workspace: workspaceOption,
    json: { type: 'boolean', default: false, describe: 'Print as JSON' },
  },
  examples: [['annex list', 'what this workspace holds']],
  async run(values, terminal) {
    const { runList } = await import('../commands/list.ts');
    return runList(values, terminal);
  },
});
