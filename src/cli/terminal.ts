import { createPaint, type Paint } from '../diagnostics/paint.ts';

/** Where a command writes: results to `out`, everything said on the way to `err`. */
export type Terminal = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether a person is watching the error stream: progress is drawn over itself, findings show an excerpt. */
  readonly interactive: boolean;
  readonly paintOut: Paint;
  readonly paintErr: Paint;
};

/** The terminal of this process. Colour only where a person looks, never with NO_COLOR (no-color.org). */
export function processTerminal(): Terminal {
  const { env, stdout, stderr } = process;
  const plain = (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb';
  const forced = (env.FORCE_COLOR ?? '') !== '' && env.FORCE_COLOR !== '0';
  const colours = (stream: { isTTY?: boolean }) => !plain && (forced || stream.isTTY === true);
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    interactive: stderr.isTTY === true && env.CI === undefined,
    paintOut: createPaint(colours(stdout)),
    paintErr: createPaint(colours(stderr)),
  };
}
