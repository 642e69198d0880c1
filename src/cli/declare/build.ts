import { UsageFault } from '../usage-fault.ts';
import { defineCommand } from './command.ts';
import { judgingOptions, listOption, summaryOption, workspaceOption } from './options.ts';

export const build = defineCommand({
  usage: 'build',
  about: 'Build annexes and workbooks',
  positionals: {},
  options: {
    workspace: workspaceOption,
    out: {
      alias: 'o',
      type: 'string',
      requiresArg: true,
      describe: 'Output folder (default: output in the workspace)',
    },
    product: { ...listOption, alias: 'p', describe: 'Only these products' },
    language: { ...listOption, alias: 'l', describe: 'Only these languages' },
    format: { ...listOption, alias: 'f', describe: 'Only these formats' },
    brand: { ...listOption, alias: 'b', describe: 'In these brands instead of the products’ own' },
    jobs: {
      alias: 'j',
      type: 'string',
      requiresArg: true,
      describe: 'How many threads make artifacts (default: as many as pay, on as many cores as there are)',
    },
    force: { type: 'boolean', default: false, describe: 'Make everything again, changed or not' },
    explain: { type: 'boolean', default: false, describe: 'Say why each artifact was made' },
    ...judgingOptions,
    ...summaryOption,
    json: { type: 'boolean', default: false, describe: 'Print the result as JSON' },
  },
  examples: [
    ['annex build', 'everything the workspace asks for'],
    ['annex build -p email-pro -l fr,de', 'one product in two languages'],
    ['annex build -f pdf --out /srv/annexes', 'only PDFs, elsewhere'],
    ['annex build --baseline known.json', 'every night: only what is new fails'],
    ['annex build --explain', 'what changed since the last build, and what was made for it'],
  ],
  async run({ workspace, out, product, language, format, brand, ...how }, terminal) {
    const { runBuild } = await import('../commands/build.ts');
    const request = {
      products: product ?? [],
      languages: language ?? [],
      formats: format ?? [],
      brands: brand ?? [],
    };
    const jobs = countJobs(how.jobs);
    return runBuild({ workspace, out, request, ...how, jobs, mostWarnings: how['max-warnings'] }, terminal);
  },
});

function countJobs(given: string | undefined): number | undefined {
  if (given === undefined || /^[1-9]\d{0,2}$/.test(given))
    return given === undefined ? undefined : Number(given);
  throw new UsageFault(`--jobs takes a number of threads from 1 to 999, not '${given}'.`);
}
