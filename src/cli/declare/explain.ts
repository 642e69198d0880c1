import { defineCommand } from './command.ts';

export const explain = defineCommand({
  usage: 'explain [rule]',
  about: 'Say what a finding means, how it is mended, weighed and accepted',
  positionals: {
    rule: {
      type: 'string',
      describe: 'What stands behind the severity of a finding; all of them where it is left out',
    },
  },
  options: {
    json: { type: 'boolean', default: false, describe: 'Print as JSON' },
  },
  examples: [
    ['annex explain', 'every rule and every fault of reading'],
    ['annex explain accountable-missing', 'why it matters, an example, how to accept it'],
  ],
  async run(values, terminal) {
    const { runExplain } = await import('../commands/explain.ts');
    return runExplain(values, terminal);
  },
});
