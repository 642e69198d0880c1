import { runCommand } from '../cli/run.ts';
import { createPaint } from '../diagnostics/paint.ts';

/** What a command line answers where nobody watches: its streams, both together as a log has them, its exit code. */
export type Answer = {
  readonly out: string;
  readonly err: string;
  readonly text: string;
  readonly code: number;
};

/** Runs a command line in this process, without colours. */
export async function answerTo(args: readonly string[]): Promise<Answer> {
  const said = { out: '', err: '', text: '' };
  const listen = (stream: 'out' | 'err') => (piece: string) => {
    said[stream] += piece;
    said.text += piece;
  };
  const plain = createPaint(false);
  const code = await runCommand(args, {
    out: listen('out'),
    err: listen('err'),
    interactive: false,
    paintOut: plain,
    paintErr: plain,
  });
  return { ...said, code };
}
