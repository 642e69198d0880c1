import { UsageFault } from '../usage-fault.ts';

/** The folder that a command works in. */
export const workspaceOption = {
  alias: 'w',
  type: 'string',
  default: '.',
  requiresArg: true,
  describe: 'Folder of the workspace',
} as const;

/** Several names: repeated options and commas mean the same. */
export const listOption = { type: 'string', array: true, requiresArg: true, coerce: splitNames } as const;

/** `-p a,b` and `-p a -p b` are both [a, b]. */
function splitNames(values: readonly string[]): string[] {
  const names = values.flatMap((value) => value.split(',')).map((name) => name.trim());
  return [...new Set(names)].filter((name) => name !== '');
}

/** What the findings of a run are held to. */
export const judgingOptions = {
  'max-warnings': {
    type: 'string',
    requiresArg: true,
    coerce: readCount,
    describe: 'Fail where there are more warnings than this',
  },
  baseline: {
    type: 'string',
    requiresArg: true,
    describe: 'Count only what this file does not hold: what is new',
  },
} as const;

function readCount(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new UsageFault(`--max-warnings takes a number, such as 0; found '${value}'.`);
}

/** Where a server listens. */
export const portOption = {
  type: 'string',
  requiresArg: true,
  coerce: readPort,
  describe: 'Port on this machine; 0 for any that is free',
} as const;

function readPort(value: string): number {
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value);
  throw new UsageFault(`--port takes a number up to 65535, such as 4173; found '${value}'.`);
}

/** To whom a server listens. */
export const hostOption = {
  type: 'string',
  requiresArg: true,
  coerce: readHost,
  describe: 'Address to listen to, such as 0.0.0.0 (default: this machine alone)',
} as const;

function readHost(value: string | undefined): string | undefined {
  const bare = value?.replace(/^\[(.*)\]$/, '$1');
  if (bare === undefined || /^[\w.:-]+$/.test(bare)) return bare;
  throw new UsageFault(`--host takes an address of this machine, such as 0.0.0.0; found '${value}'.`);
}

/** For the page that a build server shows of a run. */
export const summaryOption = {
  summary: {
    type: 'string',
    requiresArg: true,
    describe: 'Append a short account in Markdown to this file, such as $GITHUB_STEP_SUMMARY',
  },
} as const;
