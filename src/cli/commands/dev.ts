import type { Request } from '../../plan/plan.ts';
import { startPreview } from '../../runs/previewing/dev.ts';
import { reportBug } from '../bug.ts';
import { type ExitCode, exitCodes } from '../exit.ts';
import { ended } from '../interrupt.ts';
import type { Terminal } from '../terminal.ts';

type Options = { readonly workspace: string; readonly port: number; readonly request: Request };

/** `annex dev`: the address goes to standard output, what changes to standard error. It ends when `end` does. */
export async function runDev(
  options: Options,
  terminal: Terminal,
  end: Promise<void> = ended(),
): Promise<ExitCode> {
  const preview = await startPreview({
    ...options,
    onBug: (thrown) => reportBug(thrown, terminal, ['dev']),
    onChange: (paths, summary) =>
      terminal.err(`${terminal.paintErr.dim('changed')} ${nameOf(paths)}: ${summary}\n`),
  });
  terminal.out(`${preview.address}\n`);
  terminal.err(`${preview.summary}. Open the address in a browser; Ctrl-C ends the preview.\n`);
  await end;
  await preview.close();
  return exitCodes.fine;
}

/** The first path tells where somebody is at work. */
function nameOf([first = '', ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}
