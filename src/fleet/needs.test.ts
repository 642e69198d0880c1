import { describe, expect, it } from 'vitest';
import { checkNeeds, FleetUnready, type Part } from './needs.ts';

const everything = { node: '22.12.0', hasPackage: async () => true };

describe('what a run on many machines needs', () => {
  it('is asked of a machine that has it all, and nothing is said', async () => {
    await checkNeeds(['queue', 'operation'], 's3://packs', everything);
  });

  it.each(['20.19.0', '22.11.9', '18.20.0'])(
    'is not met by Node %s, where there is a queue',
    async (node) => {
      await expect(checkNeeds(['queue'], '', { ...everything, node })).rejects.toThrow(
        `The queue needs Node 22.12 or newer; this is ${node}.`,
      );
      await checkNeeds(['records'], 's3://packs', { ...everything, node });
    },
  );

  it.each(['23.0.0', '24.1.0'])('is met by Node %s', async (node) => {
    await checkNeeds(['queue'], '', { ...everything, node });
  });

  it('is looked for where it is loaded from', async () => {
    await checkNeeds(['records', 'operation'], 's3://packs');
  });

  it('names what is missing, and one command that installs it', async () => {
    const machine = { node: '24.0.0', hasPackage: async (name: string) => name === 'pg' };
    const check = (...parts: Part[]) => checkNeeds(parts, '', machine);
    await check('records');
    await expect(check('queue', 'operation')).rejects.toThrow(FleetUnready);
    await expect(check('queue', 'operation')).rejects.toThrow(/: pg-boss, pino, prom-client\./);
    await checkNeeds(['records'], '/srv/packs', machine);
    await expect(checkNeeds(['records'], 's3://packs', machine)).rejects.toThrow(/signature-v4/);
    await expect(check('queue')).rejects.toThrow(/npm install "pg-boss@[\^~]?\d+\.\d+\.\d+"$/);
  });
});
