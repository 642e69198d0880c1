import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerTo } from './answer.ts';

/* What is asked of a queue is refused before anything is connected or read: these need neither a database nor its packages. */

const queue = 'postgres://annex@db.example/packs';
let before: string | undefined;
beforeEach(() => {
  before = process.env.ANNEX_QUEUE;
  delete process.env.ANNEX_QUEUE;
});
afterEach(() => {
  if (before !== undefined) process.env.ANNEX_QUEUE = before;
});

describe('annex pack for other machines', () => {
  it.each([
    [['--queue', queue], '--queue needs --store'],
    [['--store', 'packs'], 'No queue is named: give --queue'],
    [['--store', 'packs', '--queue', 'db.example'], '--queue is no URL of a PostgreSQL database'],
    [['--store', 'packs', '--queue', queue, '--resume'], '--resume speaks of a run on this machine'],
    [['--store', 'packs', '--queue', queue, '--dry-run'], '--dry-run speaks of a run on this machine'],
    [['--store', 'packs', '--queue', queue, '--out', 'x'], '--out speaks of a run on this machine'],
    [['--store', 'packs', '--queue', queue, '--keep', 'all'], '--keep takes a number of runs, such as 14'],
    [['--collect', '1'], '--collect needs --store'],
    [
      ['--collect', 'last', '--store', 'packs'],
      "--collect takes the number of a run, such as 12; found 'last'",
    ],
    [['--status', 'last', '--queue', queue], "--status takes the number of a run, such as 12; found 'last'"],
    [['--status'], 'No queue is named: give --queue'],
    [['--prepare'], 'No queue is named: give --queue'],
    [
      ['--store', 'p', '--queue', queue, '--customer', 'A', '--product', 'a', '--language', 'en'],
      '--customer speaks of a run on this machine',
    ],
  ])('%j is refused as usage', async (args, said) => {
    const { err, out, code } = await answerTo(['pack', ...args]);
    expect(err).toContain(said);
    expect({ out, code }).toEqual({ out: '', code: 2 });
  });

  it('never repeats a password that stands where it should not', async () => {
    const secret = 'postgres://annex:s3cret@db.example/packs';
    for (const args of [['--status'], ['--prepare'], ['--store', 'packs']]) {
      const { text, code } = await answerTo(['pack', ...args, '--queue', secret]);
      expect(code).toBe(2);
      expect(text).toContain('PGPASSFILE');
      expect(text).not.toContain('s3cret');
    }
  });
});
