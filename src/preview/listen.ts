import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import type { Hono } from 'hono';
import { PreviewFault } from './fault.ts';

/** A server that listens. */
export type Listening = {
  /** `http://127.0.0.1:4173/`. */
  readonly address: string;
  /** Hangs up on everybody and listens no more. */
  readonly close: () => Promise<void>;
};

/** Listens on this machine's own address, which no other machine can reach. Port 0 lets the system choose. Throws PreviewFault. */
export async function listen(app: Hono, port: number): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port)));
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: found } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${found}/`, close: () => hangUp(server) };
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new PreviewFault(`Port ${port} is in use. Name another with --port, or 0 for any that is free.`);
  if (error.code === 'EACCES')
    return new PreviewFault(`Port ${port} is not for everybody. Name one above 1023.`);
  return error;
}

/** A page that listens to events never leaves by itself. */
function hangUp(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
