import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { resolve } from 'node:path';

/** What this process holds: it need not ask the system whether it is alive itself. */
const held = new Set<string>();

/**
 * Takes a file as the sign that this run alone is at work; gives what lays it down again. A run that was ended leaves its
 * sign behind, and that of a process that is no more, or of another machine, is nobody's. Throws where another run holds it.
 */
export function workAlone(sign: string): () => void {
  const path = resolve(sign);
  if (!take(path)) {
    const holder = readHolder(path);
    if (held.has(path) || isAlive(holder))
      throw new Error(`another run is at work there${nameOf(holder, path)}`);
    rmSync(path, { force: true });
    if (!take(path)) throw new Error('another run began to work there at this moment');
  }
  held.add(path);
  return () => {
    held.delete(path);
    rmSync(path, { force: true });
  };
}

function take(path: string): boolean {
  try {
    writeFileSync(path, `${hostname()} ${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw cause;
  }
}

/** A process of this machine; undefined for one of another, or where the file says none. */
function readHolder(path: string): number | undefined {
  const [host, id] = readFileSync(path, 'utf8').trim().split(' ');
  return host === hostname() && Number(id) > 0 ? Number(id) : undefined;
}

function isAlive(holder: number | undefined): boolean {
  // One of the same number was another process, of an earlier life of this container.
  if (holder === undefined || holder === process.pid) return false;
  try {
    return process.kill(holder, 0);
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function nameOf(holder: number | undefined, sign: string): string {
  if (holder === undefined) return '';
  return `, as process ${holder}: wait for its end, or remove ${sign} if that process is another program`;
}
