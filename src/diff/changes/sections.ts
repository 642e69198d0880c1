import type { Comparison } from '../comparison.ts';
import type { Heading } from '../identity/side.ts';
import { mergeLists } from '../order.ts';
import type { ComparedSection } from '../product-diff.ts';
import { reword } from './rewording.ts';

/** The sections of both editions in one order, and where those of each edition stand in it. */
export type SectionPlaces = {
  readonly sections: readonly ComparedSection[];
  readonly ofOld: (section: number) => number;
  readonly ofNow: (section: number) => number;
};

/** Compares sections: one that is gone stands behind the section that it stood behind. */
export function compareSections({ old, now, sections: pairing, isSame }: Comparison): SectionPlaces {
  const merged = mergeLists([...old.sections.keys()], [...now.sections.keys()], pairing);
  const ofOld = new Map(merged.map((at, place) => [at.old, place]));
  const ofNow = new Map(merged.map((at, place) => [at.now, place]));
  return {
    sections: merged.map((at): ComparedSection => {
      const [was, is] = [headOf(old.sections, at.old), headOf(now.sections, at.now)];
      return {
        key: (is ?? was)!.key,
        old: was,
        now: is,
        title: was && is && reword(was.title, is.title, isSame),
      };
    }),
    ofOld: (section) => ofOld.get(section)!,
    ofNow: (section) => ofNow.get(section)!,
  };
}

function headOf(sections: readonly Heading[], at: number | undefined): ComparedSection['now'] {
  if (at === undefined) return undefined;
  const { key, number, title } = sections[at]!;
  return { key, number, title };
}
