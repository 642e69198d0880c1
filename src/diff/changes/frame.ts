import type { EditionContent, Texts } from '../../edition/edition.ts';
import { pairAlike } from '../../likeness/pair.ts';
import type { Comparison } from '../comparison.ts';
import { textIn } from '../identity/side.ts';
import type { FrameChange } from '../product-diff.ts';
import { reword } from './rewording.ts';

/** What is said around the matrix and reads otherwise: its name, summary, notes and links, the words that bind. */
export function compareFrames(
  old: EditionContent,
  now: EditionContent,
  { language, isSame }: Pick<Comparison, 'language' | 'isSame'>,
): FrameChange[] {
  const change = (what: FrameChange['what'], from: string, to: string): FrameChange[] => {
    const rewording = reword(from, to, isSame);
    return rewording === undefined ? [] : [{ what, ...rewording }];
  };
  const text = (what: FrameChange['what'], from: Texts | undefined, to: Texts | undefined) =>
    change(what, textIn(from, language), textIn(to, language));
  const linkOf = (link: EditionContent['links'][number]) => `${textIn(link.text, language)} <${link.url}>`;
  const notesOf = (edition: EditionContent) => edition.notes.map((note) => textIn(note, language));
  return [
    ...text('name', old.name, now.name),
    ...text('summary', old.summary, now.summary),
    ...change('annex', old.annex ?? '', now.annex ?? ''),
    ...change('prevailing', old.language, now.language),
    ...text('title', old.words['matrix-title'], now.words['matrix-title']),
    ...text('no-role', old.words['legend-none'], now.words['legend-none']),
    ...pairTexts(notesOf(old), notesOf(now)).flatMap(([from, to]) => change('note', from, to)),
    ...pairTexts(old.links.map(linkOf), now.links.map(linkOf)).flatMap(([from, to]) =>
      change('link', from, to),
    ),
  ];
}

/** Texts without names, each with what became of it; nothing stands for what joined or left. */
function pairTexts(old: readonly string[], now: readonly string[]): [from: string, to: string][] {
  const pairs = pairAlike(old, now, { least: 0.5 });
  const hasLeft = old.filter((_, at) => !pairs.some(({ first }) => first === at));
  const hasJoined = now.filter((_, at) => !pairs.some(({ second }) => second === at));
  return [
    ...pairs.map(({ first, second }): [string, string] => [old[first]!, now[second]!]),
    ...hasLeft.map((text): [string, string] => [text, '']),
    ...hasJoined.map((text): [string, string] => ['', text]),
  ];
}
