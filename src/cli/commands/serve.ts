import { startServer } from '../../runs/serve.ts';
import { reportBug } from '../bug.ts';
import { type ExitCode, exitCodes } from '../exit.ts';
import { ended } from '../interrupt.ts';
import type { Terminal } from '../terminal.ts';

type Options = {
  readonly workspace: string;
  readonly out: string | undefined;
  readonly port: number;
  readonly host: string | undefined;
  readonly names: readonly string[];
};

/** `annex serve`: the address goes to standard output. It ends when somebody ends it. */
export async function runServe(options: Options, terminal: Terminal): Promise<ExitCode> {
  const onBug = (thrown: unknown) => reportBug(thrown, terminal, ['serve']);
  const { address, out, isOpen, close } = await startServer({ ...options, onBug });
  terminal.out(`${address}\n`);
  terminal.err(`Serves ${out}. Open the address in a browser; Ctrl-C ends it.\n`);
  if (isOpen) {
    const mark = terminal.paintErr.yellow('Open to others:');
    terminal.err(`${mark} whoever reaches this machine reads all that is published, without a password.\n`);
  }
  await ended();
  await close();
  return exitCodes.fine;
}
