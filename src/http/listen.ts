import { type AddressInfo, isIPv6 } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import type { Hono } from 'hono';
import { ListenFault } from './fault.ts';
import { thisMachine } from './names.ts';

/** A server that listens. */
export type Listening = {
  /** `http://127.0.0.1:4173/`. */
  readonly address: string;
  /** Hangs up on everybody and listens no more. */
  readonly close: () => Promise<void>;
};

/**
 * Listens on this machine's own address, which no other machine can reach, or on the one that is named. Port 0 lets the
 * system choose. Throws ListenFault.
 */
export async function listen(app: Hono, port: number, host: string = thisMachine): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port, host)));
    server.listen(port, host, resolve);
  });
  const { port: found } = server.address() as AddressInfo;
  return {
    address: `http://${isIPv6(host) ? `[${host}]` : host}:${found}/`,
    close: () => hangUp(server),
  };
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === 'EADDRINUSE')
    return new ListenFault(`Port ${port} is in use. Name another with --port, or 0 for any that is free.`);
  if (error.code === 'EACCES')
    return new ListenFault(`Port ${port} is not for everybody. Name one above 1023.`);
  if (error.code === 'EADDRNOTAVAIL' || error.syscall === 'getaddrinfo')
    return new ListenFault(`'${host}' is no address of this machine.`);
  return error;
}

/** A page that listens to events never leaves by itself. */
function hangUp(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
