import { describe, expect, it } from 'vitest';
import { checkNeeds, FleetUnready, type Part } from './needs.ts';

const everything = { node: '22.12.0', hasPackage: () => true };

describe('what a run on many machines needs', () => {
  it('is asked of a machine that has it all, and nothing is said', () => {
    expect(() => checkNeeds(['queue', 'operation'], 's3://packs', everything)).not.toThrow();
  });

  it.each(['20.19.0', '22.11.9', '18.20.0'])('is not met by Node %s, where there is a queue', (node) => {
    expect(() => checkNeeds(['queue'], '', { ...everything, node })).toThrow(
      `The queue needs Node 22.12 or newer; this is ${node}.`,
    );
    expect(() => checkNeeds(['records'], 's3://packs', { ...everything, node })).not.toThrow();
  });

  it.each(['23.0.0', '24.1.0'])('is met by Node %s', (node) => {
    expect(() => checkNeeds(['queue'], '', { ...everything, node })).not.toThrow();
  });

  it('names what is missing, and one command that installs it', () => {
    const machine = { node: '24.0.0', hasPackage: (name: string) => name === 'pg' };
    const check = (...parts: Part[]) => checkNeeds(parts, '', machine);
    expect(() => check('records')).not.toThrow();
    expect(() => check('queue', 'operation')).toThrow(FleetUnready);
    expect(() => check('queue', 'operation')).toThrow(/: pg-boss, pino, prom-client\./);
    expect(() => checkNeeds(['records'], '/srv/packs', machine)).not.toThrow();
    expect(() => checkNeeds(['records'], 's3://packs', machine)).toThrow(/signature-v4/);
    expect(() => check('queue')).toThrow(/npm install "pg-boss@[\^~]?\d+\.\d+\.\d+"$/);
  });
});
