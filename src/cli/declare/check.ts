import { UsageFault } from '../usage-fault.ts';
import { defineCommand } from './command.ts';
import { workspaceOption } from './options.ts';

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
    'max-warnings': {
      ...fileOption,
      coerce: readCount,
      describe: 'Fail where there are more warnings than this',
    },
    baseline: { ...fileOption, describe: 'Count only what this file does not hold: what is new' },
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

function readCount(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new UsageFault(`--max-warnings takes a number, such as 0; found '${value}'.`);
}
