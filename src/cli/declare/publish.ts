import { UsageFault } from '../usage-fault.ts';
import { defineCommand } from './command.ts';
import { summaryOption, workspaceOption } from './options.ts';

export const publish = defineCommand({
  usage: 'publish <target>',
  about: 'Put what was built where readers find it, all of it or nothing',
  positionals: {
    target: {
      type: 'string',
      demandOption: true,
      describe: 'Folder: a shared drive, the root of a web server',
    },
  },
  options: {
    workspace: workspaceOption,
    out: {
      alias: 'o',
      type: 'string',
      requiresArg: true,
      describe: 'Output folder of the build (default: output in the workspace)',
    },
    date: {
      type: 'string',
      requiresArg: true,
      coerce: readDay,
      describe: 'Day that the manifest is named with (default: that of SOURCE_DATE_EPOCH, else none)',
    },
    keep: {
      type: 'string',
      requiresArg: true,
      coerce: countDeliveries,
      describe: 'Keep this many deliveries, and delete what only older ones name',
    },
    rollback: {
      type: 'string',
      requiresArg: true,
      conflicts: ['out', 'date', 'keep'],
      describe: 'Show again what this manifest names, and publish nothing',
    },
    force: {
      type: 'boolean',
      default: false,
      describe: 'Replace released documents too, and files of somebody else',
    },
    ...summaryOption,
    url: {
      type: 'string',
      requiresArg: true,
      coerce: readUrl,
      describe: 'Where readers open the target in a browser: the summary links to it',
    },
    json: { type: 'boolean', default: false, describe: 'Print the result as JSON' },
  },
  examples: [
    ['annex publish /srv/annexes', 'documents, then the page that names them'],
    ['annex publish /srv/annexes --keep 30', 'and nothing that only the 31st delivery before names'],
    ['annex publish /srv/annexes --rollback 12', 'as it was before'],
  ],
  async run({ date, ...given }, terminal) {
    const { runPublish } = await import('../commands/publish.ts');
    const day = date ?? dayOfSources(process.env.SOURCE_DATE_EPOCH);
    return runPublish({ ...given, date: day }, terminal);
  },
});

function readDay(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  // The 30th of February would be taken for a day in March.
  if (day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)) return value;
  throw new UsageFault(`--date takes a day, such as 2026-11-21; found '${value}'.`);
}

/** The day, in UTC, of the date that reproducible builds agree on (seconds since 1970); anything else tells no day. */
function dayOfSources(epoch: string | undefined): string | undefined {
  return epoch !== undefined && /^\d{1,11}$/.test(epoch)
    ? new Date(Number(epoch) * 1000).toISOString().slice(0, 10)
    : undefined;
}

function readUrl(value: string | undefined): URL | undefined {
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return url;
  throw new UsageFault(`--url takes an address such as https://annexes.example/; found '${value}'.`);
}

function countDeliveries(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^[1-9]\d{0,5}$/.test(value)) return Number(value);
  throw new UsageFault(`--keep takes a number of deliveries from 1; found '${value}'.`);
}
