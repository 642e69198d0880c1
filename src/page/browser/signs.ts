import type { ToldEdition, ToldStanding } from '../told.ts';
import { drawing } from './element.ts';
import { filesOf } from './state.ts';

/** What there is to know of an edition in a language: how far its text can be trusted, or that there is none. */
export type Standing = ToldStanding | 'known' | 'absent';

/** `known` is a document of which only an earlier build can tell. */
export function standingOf(edition: ToldEdition, language: string): Standing {
  if (filesOf(edition, language).length === 0) return 'absent';
  return edition.standing[language] ?? 'known';
}

/** Ids of the words that say what the signs show. */
export const standingWords: Readonly<Record<Standing, string>> = {
  original: 'page-original',
  reviewed: 'page-reviewed',
  machine: 'machine-mark',
  stale: 'stale-mark',
  known: 'page-kept-mark',
  absent: 'page-absent',
};

/** Signs differ by their shapes: a tick in a disc, half a disc, a triangle, a ring, a dash. */
const shapes: Readonly<Record<Standing, readonly [fill: string, stroke: string]>> = {
  original: ['M7 0a7 7 0 1 0 0 14A7 7 0 0 0 7 0Zm-1 10L3 7l1.1-1.2L6 7.7l3.9-4 1.1 1.2Z', ''],
  reviewed: ['M7 0a7 7 0 1 0 0 14A7 7 0 0 0 7 0Zm-1 10L3 7l1.1-1.2L6 7.7l3.9-4 1.1 1.2Z', ''],
  machine: ['M7 1v12A6 6 0 0 1 7 1Z', 'M7 1a6 6 0 1 1 0 12A6 6 0 0 1 7 1Z'],
  stale: ['M6.3 5h1.4v4H6.3ZM6.3 10h1.4v1.4H6.3Z', 'M7 1.2 13 12.6H1Z'],
  known: ['', 'M7 1a6 6 0 1 1 0 12A6 6 0 0 1 7 1Z'],
  absent: ['M3.5 6.3h7v1.4h-7Z', ''],
};

/** The sign of a standing; words beside it tell those who listen. */
export function sign(standing: Standing): SVGElement {
  const [fill, stroke] = shapes[standing];
  return drawing(
    'svg',
    { class: `sign ${standing}`, viewBox: '0 0 14 14', 'aria-hidden': 'true', focusable: 'false' },
    drawing('path', { d: fill, 'fill-rule': 'evenodd', fill: 'currentColor' }),
    drawing('path', {
      d: stroke,
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': '1.4',
      'stroke-linejoin': 'round',
    }),
  );
}
