import { hostname } from 'node:os';
import { join } from 'node:path';
import { isAddress, isThisMachine, thisMachine } from '../http/names.ts';
import { openWorkspace } from '../workspace/disk.ts';

export type ServeOptions = {
  /** Folder of the workspace. */
  readonly workspace: string;
  /** Output folder, or a place that was published to; `output` in the workspace where it is left out. */
  readonly out?: string | undefined;
  /** 0 for any that is free. */
  readonly port: number;
  /** Address to listen to; this machine's own, which nobody else reaches, where it is left out. */
  readonly host?: string | undefined;
  /** Further names by which readers reach it, such as that of a proxy in front of it. */
  readonly names?: readonly string[];
  /** Called with what a bug of this program threw; the server goes on. */
  readonly onBug?: (thrown: unknown) => void;
};

/** A server that runs until it is closed. */
export type Served = {
  /** `http://127.0.0.1:4180/`. */
  readonly address: string;
  readonly out: string;
  /** Whether other machines may reach it. */
  readonly isOpen: boolean;
  readonly close: () => Promise<void>;
};

/**
 * Serves the download page and what else is published. What is built while it runs is found.
 *
 * Throws WorkspaceFault where a folder was named that is not there, ListenFault where the address cannot be listened to.
 */
export async function startServer(options: ServeOptions): Promise<Served> {
  const { workspace, out = join(workspace, 'output'), port, host = thisMachine, names = [], onBug } = options;
  // A folder that is yet to be built may be served; one that was named is there.
  openWorkspace(options.out ?? workspace);
  const isOpen = !isThisMachine(host);
  const { createServer, listen, Shelf } = await import('../serve/serve.ts');
  const app = createServer(new Shelf(out), isOneOf(isOpen, [host, ...names]), (thrown) => onBug?.(thrown));
  const { address, close } = await listen(app, port, host);
  return { address, out, isOpen, close };
}

/**
 * The names that a server goes by: this machine's own, those that were given and, where others may reach it, whatever
 * address they reach it by. An address is nobody's to make lead here; a name may be anybody's.
 */
function isOneOf(isOpen: boolean, given: readonly string[]): (name: string) => boolean {
  const known = new Set([...given, ...(isOpen ? [hostname()] : [])].map((name) => name.toLowerCase()));
  return (name) => isThisMachine(name) || known.has(name) || (isOpen && isAddress(name));
}
