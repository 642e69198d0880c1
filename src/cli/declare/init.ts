import { defineCommand } from './command.ts';

export const init = defineCommand({
  usage: 'init [workspace]',
  about: 'Make a workspace that builds, with a small example in it',
  positionals: {
    workspace: { alias: 'w', type: 'string', default: '.', describe: 'Folder of the new workspace' },
  },
  options: {},
  examples: [
    ['annex init', 'in this folder'],
    ['annex init matrices', 'in a folder of its own'],
  ],
  async run({ workspace }, terminal) {
    const { runInit } = await import('../commands/init.ts');
    return runInit({ workspace }, terminal);
  },
});
