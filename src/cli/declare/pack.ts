import type { OrderedPack } from '../../pack/contracts/ordered.ts';
import { UsageFault } from '../usage-fault.ts';
import { defineCommand } from './command.ts';
import { listOption, workspaceOption } from './options.ts';
import { fleetOptions, runFleet } from './pack-fleet.ts';

const textOption = { type: 'string', requiresArg: true } as const;
const onePack = { group: 'One pack, without a table:' } as const;

export const pack = defineCommand({
  usage: 'pack',
  about: 'Make contract packs: one PDF, one workbook and one zip for each contract',
  positionals: {},
  options: {
    workspace: workspaceOption,
    contracts: {
      ...textOption,
      describe: 'Table of contracts (default: data/contracts.csv in the workspace)',
    },
    sample: { ...textOption, describe: 'Only so many contracts, of as many kinds as there are' },
    only: { ...listOption, describe: 'Only these contracts, by id' },
    resume: { type: 'boolean', default: false, describe: 'Go on with the last run, which was ended' },
    customer: { ...textOption, ...onePack, describe: 'For whom' },
    product: { ...listOption, ...onePack, alias: 'p', describe: 'Of which products, as id or id@edition' },
    language: { ...textOption, ...onePack, alias: 'l', describe: 'In which language' },
    contract: { ...textOption, ...onePack, describe: 'Id of the contract (default: made from the order)' },
    date: { ...textOption, ...onePack, describe: 'Day of the contract, such as 2026-03-01' },
    set: {
      ...textOption,
      ...onePack,
      array: true,
      describe: 'A further column for the template, as name=text',
    },
    brand: { ...textOption, alias: 'b', describe: 'The brand of every pack instead of the products’ own' },
    out: {
      ...textOption,
      alias: 'o',
      describe: 'Output folder (default: output in the workspace); packs go into its folder packs',
    },
    'dry-run': { type: 'boolean', default: false, describe: 'Say what would be made, and make nothing' },
    json: { type: 'boolean', default: false, describe: 'Print the result as JSON' },
    ...fleetOptions,
  },
  examples: [
    ['annex pack --sample 5', 'five packs to look at before the others are made'],
    ['annex pack', 'the packs of all contracts in data/contracts.csv'],
    ['annex pack --resume', 'go on where a run was ended'],
    [
      'annex pack --customer "Acme SA" --product email-pro,hosting --language fr',
      'one pack, without a table',
    ],
    [
      'annex pack --queue postgres://annex@db/packs --store s3://packs',
      'plan a run for annex worker to make',
    ],
    ['annex pack --status', 'how far the last of them is, of the queue that $ANNEX_QUEUE names'],
  ],
  async run(values, terminal) {
    const { workspace, out, contracts, only, resume, brand, json } = values;
    const ordered = readOrder(values);
    const sample = countSample(values.sample);
    if (ordered !== undefined) refuseTable({ contracts, only, sample });
    if (only !== undefined && sample !== undefined)
      throw new UsageFault('--only and --sample are two ways to choose: name one.');
    const local = { resume, 'dry-run': values['dry-run'], customer: ordered };
    const fleet = await runFleet(values, { workspace, contracts, only, sample, brand, out, local }, terminal);
    if (fleet !== undefined) return fleet;
    const { runPack } = await import('../commands/pack.ts');
    const choice = { contracts, ordered, only, sample };
    return runPack({ workspace, out, ...choice, resume, brand, dryRun: values['dry-run'], json }, terminal);
  },
});

type OrderValues = {
  readonly customer: string | undefined;
  readonly product: readonly string[] | undefined;
  readonly language: string | undefined;
  readonly contract: string | undefined;
  readonly date: string | undefined;
  readonly set: readonly string[] | undefined;
};

/** The pack that the options order by hand; undefined where they name none of it. */
function readOrder({
  customer,
  product,
  language,
  contract,
  date,
  set,
}: OrderValues): OrderedPack | undefined {
  const named = [customer, product, language, contract, date, set].some((value) => value !== undefined);
  if (!named) return undefined;
  if (customer === undefined || product === undefined || language === undefined) {
    const missing = { customer, product, language };
    const [first] = Object.entries(missing).find(([, value]) => value === undefined)!;
    throw new UsageFault(
      `One pack is ordered by --customer, --product and --language; --${first} is missing.`,
    );
  }
  return { customer, products: product, language, contract, date, columns: readColumns(set ?? []) };
}

function readColumns(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1)
        throw new UsageFault(`--set takes a column and its text, such as site=Lille; found '${pair}'.`);
      return [pair.slice(0, at).trim().toLowerCase(), pair.slice(at + 1)];
    }),
  );
}

function refuseTable(table: Readonly<Record<string, unknown>>): void {
  const named = Object.keys(table).find((key) => table[key] !== undefined);
  if (named !== undefined)
    throw new UsageFault(`--${named} speaks of a table, and --customer of one pack without one.`);
}

function countSample(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (/^[1-9]\d{0,6}$/.test(given)) return Number(given);
  throw new UsageFault(`--sample takes a number of contracts, such as 5, not '${given}'.`);
}
