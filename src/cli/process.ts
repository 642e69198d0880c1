import { exitCodes } from './exit.ts';
import { tuneV8 } from './v8.ts';

type Command = typeof import('./run.ts');

/** Runs a command line as this process, and leaves it its exit code. */
export async function runProcess(load: () => Promise<Command>, args: readonly string[]): Promise<void> {
  tuneV8();
  // A reader who has seen enough (`annex list | head`) closes the pipe: the command goes on, and says the rest to nobody.
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', ({ code, message }: NodeJS.ErrnoException) => {
      if (code === 'EPIPE') return;
      process.stderr.write(`annex: What it says cannot be written: ${message}\n`);
      process.exit(exitCodes.files);
    });
  const { runCommand } = await load();
  process.exitCode = await runCommand(args);
}
