import { UsageFault } from '../usage-fault.ts';
import { defineCommand } from './command.ts';
import { queueOption, storeOption } from './fleet-options.ts';
import { hostOption, portOption } from './options.ts';

export const worker = defineCommand({
  usage: 'worker',
  about: 'Make packs that annex pack --queue planned, with any number of other workers',
  positionals: {},
  options: {
    queue: queueOption,
    store: storeOption,
    port: { ...portOption, describe: 'Port of /health and /metrics; 0 for any that is free (default: none)' },
    host: hostOption,
    grace: {
      type: 'string',
      requiresArg: true,
      default: '20',
      coerce: readSeconds,
      describe: 'Seconds to finish what is under hand when it is ended',
    },
    'until-done': { type: 'boolean', default: false, describe: 'End when no run is open any more' },
  },
  examples: [
    ['annex worker --queue postgres://annex@db/packs --store s3://packs/night', 'one for each core'],
    ['annex worker --store /mnt/packs --until-done', 'the queue is named by ANNEX_QUEUE'],
  ],
  async run({ queue, store, port, host, grace, untilDone }) {
    if (store === undefined)
      throw new UsageFault('annex worker needs --store: where all machines keep the packs.');
    if (host !== undefined && port === undefined)
      throw new UsageFault('--host says where --port listens: name both.');
    const { runWorker } = await import('../commands/worker.ts');
    return runWorker({ queue, store, port, host, grace, untilDone });
  },
});

function readSeconds(value: string): number {
  if (/^\d{1,5}$/.test(value)) return Number(value);
  throw new UsageFault(`--grace takes seconds, such as 20; found '${value}'.`);
}
