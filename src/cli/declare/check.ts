import { defineCommand } from './command.ts';
import { judgingOptions, workspaceOption } from './options.ts';

const fileOption = { type: 'string', requiresArg: true } as const;

export const check = defineCommand({
  usage: 'check',
  about: 'Name every fault of the workspace, and build nothing',
  positionals: {},
  options: {
    workspace: workspaceOption,
    reporter: {
      alias: 'r',
      choices: ['human', 'json', 'sarif', 'junit', 'github', 'html'],
      default: 'human' as const,
      describe: 'How findings are printed',
    },
    'report-file': {
      ...fileOption,
      describe: 'Write the report into this file, and findings for a person as usual',
    },
    accepted: { type: 'boolean', default: false, describe: 'Show accepted findings too, with their reasons' },
    ...judgingOptions,
    'write-baseline': {
      ...fileOption,
      describe: 'Write the findings of today into this file, as a baseline',
    },
  },
  examples: [
    ['annex check', 'findings with file, line and column'],
    ['annex check --reporter json > findings.json', 'for another program'],
    ['annex check -r sarif --report-file annex.sarif', 'a report beside what a person reads'],
    ['annex check --write-baseline known.json', 'what is found today is known'],
    ['annex check --baseline known.json', 'and only what is new fails'],
  ],
  async run(values, terminal) {
    const { runCheck } = await import('../commands/check.ts');
    return runCheck(
      {
        ...values,
        reportFile: values['report-file'],
        mostWarnings: values['max-warnings'],
        writeBaseline: values['write-baseline'],
      },
      terminal,
    );
  },
});
