import { isIP, isIPv6 } from 'node:net';

/** The address under which a machine reaches itself, and nobody else does. */
export const thisMachine = '127.0.0.1';

/** The name in the `Host` of a request, without its port, small; undefined where it is none. */
export function nameIn(host: string): string | undefined {
  const [, bracketed, plain] = /^(?:\[([0-9a-f:.]+)\]|([\w.-]+))(?::\d{1,5})?$/i.exec(host) ?? [];
  if (bracketed !== undefined) return isIPv6(bracketed) ? bracketed.toLowerCase() : undefined;
  return plain?.toLowerCase();
}

/** Whether a browser on this machine reaches a server on this machine by this name. */
export function isThisMachine(name: string): boolean {
  return name === 'localhost' || name === thisMachine || name === '::1';
}

/** Whether it is an address and no name: nobody elsewhere can make one lead here. */
export function isAddress(name: string): boolean {
  return isIP(name) !== 0;
}
