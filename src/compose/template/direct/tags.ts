import type { Tag } from '../../markup/growing.ts';
import { readTag } from '../../markup/plain.ts';
import { escapeInTag, printed } from './printing.ts';
import { type Frame, NotDirect, type Run, type Step } from './run.ts';
import type { Value } from './values.ts';

/** What a tag is written of. */
export type Parts = readonly (string | Value)[];

/** Adds a tag that values stand in, or none. */
export function tagStep(parts: Parts): Step {
  const [before, value, after] = parts;
  if (typeof before !== 'string' || parts.length > 3)
    return (frame, run) => run.add(read(write(parts, frame, run)));
  if (typeof value === 'function') return tagAround(before, value, after as string);
  const tag = read(parts.join(''));
  return (_, run) => run.add(tag);
}

/** Writes a part of a tag, for a block that stands in it. */
export function writeStep(parts: Parts): Step {
  return (frame, run) => {
    run.tag += write(parts, frame, run);
  };
}

/** Adds a tag whose first parts were written. */
export function closeStep(parts: Parts): Step {
  return (frame, run) => {
    const written = run.tag + write(parts, frame, run);
    run.tag = '';
    run.add(read(written));
  };
}

// V8 lets longer texts stand for their place in what they were cut from.
const longestKept = 12;
const mostKept = 500;

/** Tags around a single value, which is mostly one of a few: a sign, a level, a number of a section. */
function tagAround(before: string, value: Value, after: string): Step {
  const known = new Map<string, Tag>();
  return (frame, run) => {
    const text = printed(value(frame, run));
    const tag = known.get(text) ?? read(before + escapeInTag(text) + after);
    if (text.length <= longestKept && known.size < mostKept) known.set(text, tag);
    run.add(tag);
  };
}

function write(parts: Parts, frame: Frame, run: Run): string {
  let written = '';
  for (const part of parts)
    written += typeof part === 'string' ? part : escapeInTag(printed(part(frame, run)));
  return written;
}

function read(written: string): Tag {
  const tag = readTag(written);
  if (tag === undefined) throw new NotDirect();
  return tag;
}
