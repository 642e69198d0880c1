import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { answerTo } from './answer.ts';

const root = join(import.meta.dirname, '..', '..');
// The compiled command: tsx around it would end it where it does not answer a signal within a few hundredths of a second.
const command = join(root, 'dist/cli/annex.js');

let running: ChildProcess | undefined;
afterEach(() => void running?.kill('SIGKILL'));

/** Starts `annex dev` as a program of its own, and gives the address that it prints. */
async function start(...args: readonly string[]): Promise<string> {
  running = spawn(process.execPath, [command, 'dev', '-w', root, '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [printed] = await once(running.stdout!.setEncoding('utf8'), 'data');
  return printed.trim();
}

describe('annex dev', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('ends with 0 at %s, even while a page listens', async (signal) => {
    const address = await start('-p', 'email-pro');
    const events = await fetch(`${address}events`);
    const first = await events.body!.pipeThrough(new TextDecoderStream()).getReader().read();
    expect(first.value).toContain('"id":"email-pro"');
    expect(first.value).not.toContain('"id":"private-exchange"');
    running!.kill(signal);
    expect(await once(running!, 'exit')).toEqual([0, null]);
  });

  it('ends with 3 where the port is in use, and says how to name another', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, text } = await answerTo(['dev', '-w', root, '--port', String(port)]);
    other.close();
    expect([code, text]).toEqual([
      3,
      `annex: Port ${port} is in use. Name another with --port, or 0 for any that is free.\n`,
    ]);
  });

  it.each([
    [['--port', 'http'], 2, "--port takes a number up to 65535, such as 4173; found 'http'."],
    [['--port', '65536'], 2, "found '65536'"],
    [['-w', root, '-p', 'email'], 2, "There is no product 'email'."],
    [['-w', join(root, 'nowhere')], 3, 'it does not exist'],
  ])('%j is not followed: %d', async (args, code, says) => {
    const answer = await answerTo(['dev', ...args]);
    expect(answer.code).toBe(code);
    expect(answer.text).toContain(says);
  });
});
