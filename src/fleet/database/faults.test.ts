import { describe, expect, it } from 'vitest';
import { QueueFault } from '../records.ts';
import { faultOf, isPassing } from './faults.ts';
import { patiently } from './patience.ts';

const faultWith = (code: string, message = 'it failed') => Object.assign(new Error(message), { code });

describe('a fault of the database', () => {
  it.each([
    ['57P01', 'the server is ended by its administrator'],
    ['57P03', 'the server is starting'],
    ['08006', 'the connection failed'],
    ['53300', 'there are too many connections'],
    ['40P01', 'two transactions waited for each other'],
    ['ECONNREFUSED', 'nobody listens'],
    ['ECONNRESET', 'the connection was cut off'],
  ])('%s passes: %s', (code) => {
    expect(isPassing(faultWith(code))).toBe(true);
    expect(isPassing(new AggregateError([faultWith(code)]))).toBe(true);
  });

  it.each(['28P01', '42501', '42P01', '23505', 'ERR_INVALID_ARG_TYPE'])('%s does not pass', (code) => {
    expect(isPassing(faultWith(code))).toBe(false);
  });

  it('is told with the database and a remedy, and a bug is left a bug', () => {
    const denied = Object.assign(faultWith('42501', 'permission denied for table run'), {
      severity: 'ERROR',
    });
    const told = faultOf('postgres://annex@db/packs', denied);
    expect(told).toBeInstanceOf(QueueFault);
    expect((told as Error).message).toBe(
      'The database postgres://annex@db/packs cannot be used: permission denied for table run. The role needs the rights that docs/fleet/roles.sql grants it.',
    );
    for (const other of [new TypeError('undefined is not a function'), faultWith('EPERM')])
      expect(faultOf('db', other)).toBe(other);
  });
});

describe('a connection that cannot be trusted', () => {
  it.each([
    faultWith('SELF_SIGNED_CERT_IN_CHAIN', 'self-signed certificate in certificate chain'),
    faultWith('UNABLE_TO_VERIFY_LEAF_SIGNATURE'),
    faultWith('ERR_TLS_CERT_ALTNAME_INVALID'),
    new Error('The server does not support SSL connections'),
  ])('is a fault of the database: %s', (fault) => {
    expect(faultOf('db', fault)).toBeInstanceOf(QueueFault);
    expect(isPassing(fault)).toBe(false);
  });
});

describe('patience', () => {
  it('tries again what passes, and tells of every try that failed', async () => {
    let tries = 0;
    const told: unknown[] = [];
    const result = await patiently(
      async () => {
        if (++tries < 4) throw faultWith('57P03');
        return 'done';
      },
      (thrown) => told.push(thrown),
    );
    expect([result, tries, told.length]).toEqual(['done', 4, 3]);
  });

  it('tries nothing again that does not pass', async () => {
    let tries = 0;
    const action = async () => {
      tries++;
      throw faultWith('42P01');
    };
    await expect(patiently(action, () => {})).rejects.toThrow('it failed');
    expect(tries).toBe(1);
  });
});
