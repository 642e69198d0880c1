import { type ExitCode, exitCodes } from './exit.ts';

/** Somebody ended the program (Ctrl-C, SIGTERM); the exit code is that of the signal. */
export class Interrupted extends Error {
  readonly code: ExitCode;

  constructor(signal: 'SIGINT' | 'SIGTERM', message: string) {
    super(message);
    this.name = 'Interrupted';
    this.code = signal === 'SIGINT' ? exitCodes.interrupted : exitCodes.terminated;
  }
}

const unchanged = 'Interrupted: nothing that was published has changed.';

/** Runs work that ends tidily when the program is asked to end; asked again, it ends at once. */
export async function interruptible<T>(
  work: (signal: AbortSignal) => Promise<T>,
  message = unchanged,
): Promise<T> {
  const controller = new AbortController();
  const stop = (signal: 'SIGINT' | 'SIGTERM'): void => controller.abort(new Interrupted(signal, message));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    return await work(controller.signal);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** npx and other programs around this one hand a signal on that the terminal gave to all of them: it comes twice, and is meant once. */
const echoMilliseconds = 1000;

/** What runs until somebody ends it: Ctrl-C, or the end of a session or a container. Asked again after a while, it ends at once. */
export function ended(): Promise<void> {
  return new Promise((resolve) => {
    let asked: number | undefined;
    const end = (signal: NodeJS.Signals): void => {
      asked ??= performance.now();
      resolve();
      if (performance.now() - asked < echoMilliseconds) return;
      for (const each of endings) process.off(each, end);
      process.kill(process.pid, signal);
    };
    for (const signal of endings) process.on(signal, end);
  });
}
