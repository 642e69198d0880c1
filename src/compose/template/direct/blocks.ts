import { enter, type Frame, type Locals, NotDirect, type Run, type Step } from './run.ts';
import type { Value } from './values.ts';

/** What a block does: its subject, what stands in it and behind its `{{else}}`, and whether it names its context. */
export type BlockParts = {
  readonly subject: Value;
  readonly program: Step;
  readonly inverse: Step;
  readonly isNaming: boolean;
};

type BlockKind = (parts: BlockParts) => Step;

/** The blocks that templates may use. */
export const blockKinds: ReadonlyMap<string, BlockKind> = new Map<string, BlockKind>([
  [
    'if',
    ({ subject, program, inverse }) =>
      (frame, run) =>
        (holds(subject(frame, run)) ? program : inverse)(frame, run),
  ],
  [
    'unless',
    ({ subject, program, inverse }) =>
      (frame, run) =>
        (holds(subject(frame, run)) ? inverse : program)(frame, run),
  ],
  [
    'with',
    ({ subject, program, inverse, isNaming }) =>
      (frame, run) => {
        const value = subject(frame, run);
        if (value !== 0 && !holds(value)) return inverse(frame, run);
        const locals = isNaming ? { values: [value], around: frame.locals } : frame.locals;
        program(enter(frame, value, { locals }), run);
      },
  ],
  [
    'each',
    (parts) => (frame, run) => {
      const list = parts.subject(frame, run);
      if (!holds(list)) return parts.inverse(frame, run);
      if (!Array.isArray(list)) throw new NotDirect();
      goThrough(list, parts, frame, run);
    },
  ],
]);

function goThrough(
  list: readonly unknown[],
  { program, isNaming }: BlockParts,
  frame: Frame,
  run: Run,
): void {
  const { root, locals: around } = frame;
  for (let index = 0; index < list.length; index++) {
    const context = list[index];
    const locals: Locals | undefined = isNaming ? { values: [context, index], around } : around;
    const up = context === frame.context ? frame.up : frame;
    program({ root, context, up, locals, index, isLast: index === list.length - 1 }, run);
  }
}

function holds(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
