import { Hono } from 'hono';
import { afterEach, describe, expect, it } from 'vitest';
import { ListenFault } from './fault.ts';
import { type Listening, listen } from './listen.ts';

const open: Listening[] = [];
afterEach(async () => void (await Promise.all(open.splice(0).map((server) => server.close()))));

async function start(port: number): Promise<Listening> {
  const server = await listen(
    new Hono().get('/', (context) => context.text('here')),
    port,
  );
  open.push(server);
  return server;
}

describe('a server listens', () => {
  it('on this machine alone, at a port that the system chose', async () => {
    const { address } = await start(0);
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(await (await fetch(address)).text()).toBe('here');
  });

  it('not at a port that is in use, and says so', async () => {
    const { address } = await start(0);
    const port = Number(new URL(address).port);
    await expect(start(port)).rejects.toThrow(ListenFault);
    await expect(start(port)).rejects.toThrow(`Port ${port} is in use. Name another with --port`);
  });

  it('until it is closed, whoever is still connected', async () => {
    const server = await start(0);
    await (await fetch(server.address, { headers: { Connection: 'keep-alive' } })).text();
    await server.close();
    await expect(fetch(server.address)).rejects.toThrow();
  });
});
