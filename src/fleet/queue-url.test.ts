import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { QueueRefused, readQueueUrl } from './queue-url.ts';

describe('the queue', () => {
  it('is what the command line names, and else the environment', () => {
    const environment = { ANNEX_QUEUE: 'postgres://annex:s3cret@db.example:6432/packs?sslmode=require' };
    expect(readQueueUrl('postgresql://annex@db/other', environment).href).toBe('postgresql://annex@db/other');
    expect(readQueueUrl(undefined, environment).href).toBe(environment.ANNEX_QUEUE);
  });

  it('is named without its password and its parameters where it is printed', () => {
    const { label } = readQueueUrl(undefined, {
      ANNEX_QUEUE: 'postgres://annex:s3cret@db:6432/packs?a=s3cret',
    });
    expect(label).toBe('postgres://annex@db:6432/packs');
  });

  it.each(['postgres://annex:s3cret@db/packs', 'postgres://annex@db/packs?password=s3cret'])(
    'is refused with a password on the command line, which is not said again: %s',
    (url) => {
      const refused = refusalOf(url, {});
      expect(refused).toMatch(/PGPASSWORD or PGPASSFILE/);
      expect(refused).not.toContain('s3cret');
    },
  );

  it.each([
    'nonsense',
    'mysql://annex:s3cret@db/packs',
    'postgres://annex:s3cret@db',
    'postgres://annex:s3cret@db:port/packs',
  ])('is refused where it is no URL of a database, and not said either: %s', (url) => {
    expect(refusalOf(url, {})).toMatch(/^--queue is no URL of a PostgreSQL database/);
    expect(refusalOf(undefined, { ANNEX_QUEUE: url })).toMatch(/^ANNEX_QUEUE is no URL/);
    expect(refusalOf(undefined, { ANNEX_QUEUE: url })).not.toContain('s3cret');
  });

  it('may stand in a file, which containers are given secrets by', () => {
    const folder = mkdtempSync(join(tmpdir(), 'annex-queue-'));
    const path = join(folder, 'queue');
    writeFileSync(path, 'postgres://annex:s3cret@db/packs\n');
    const { href, label } = readQueueUrl(undefined, { ANNEX_QUEUE_FILE: path });
    expect([href, label]).toEqual(['postgres://annex:s3cret@db/packs', 'postgres://annex@db/packs']);
    rmSync(folder, { recursive: true });
    expect(() => readQueueUrl(undefined, { ANNEX_QUEUE_FILE: path })).toThrow(
      `The file '${path}' of ANNEX_QUEUE_FILE cannot be read: ENOENT.`,
    );
  });

  it('has to be named at all', () => {
    expect(refusalOf(undefined, {})).toMatch(/^No queue is named: give --queue /);
    expect(refusalOf(undefined, { ANNEX_QUEUE: '' })).toMatch(/^No queue is named/);
  });
});

function refusalOf(named: string | undefined, environment: Readonly<Record<string, string>>): string {
  try {
    readQueueUrl(named, environment);
  } catch (fault) {
    if (fault instanceof QueueRefused) return fault.message;
  }
  throw new Error(`${named} was not refused.`);
}
