import { Growing, type Tag } from '../../markup/growing.ts';
import type { HelperContext } from '../helpers.ts';

/** A template on its way to elements: what it says goes into the tree at once, and is never markup in between. */
export class Run {
  readonly context: HelperContext;
  readonly growing = new Growing();
  /** What was said since the last tag. */
  text = '';
  /** What is written so far of a tag that blocks stand in. */
  tag = '';

  constructor(context: HelperContext) {
    this.context = context;
  }

  add(tag: Tag): void {
    this.growing.text(this.text);
    this.text = '';
    if (!this.growing.tag(tag)) throw new NotDirect();
  }
}

/** What names mean at a place of a template, by Handlebars' own rules. */
export type Frame = {
  readonly root: unknown;
  readonly context: unknown;
  /** What `../` leads to. */
  readonly up: Frame | undefined;
  /** Block parameters, the innermost first. */
  readonly locals: Locals | undefined;
  /** In the innermost `#each`; -1 outside of any. */
  readonly index: number;
  readonly isLast: boolean;
};

export type Locals = { readonly values: readonly unknown[]; readonly around: Locals | undefined };

/** A part of a template, ready to run. */
export type Step = (frame: Frame, run: Run) => void;

/** Thrown where a template or a view has to take the longer way, through markup. */
export class NotDirect extends Error {}

/** The frame inside a block or a partial that has a context of its own. */
export function enter(frame: Frame, context: unknown, own: Partial<Frame> = {}): Frame {
  const { root, locals, index, isLast } = frame;
  const up = context === frame.context ? frame.up : frame;
  return { root, context, up, locals, index, isLast, ...own };
}
