import type { PackBody } from '../../../document/pack.ts';
import type { AnnexDocument } from '../../../document/tree.ts';
import { NotBorrowed } from '../engine/fonts.ts';
import { paintedLines } from '../writer/painted.ts';
import { type Alphabet, alphabetsOf } from './alphabets.ts';
import { BoundFile, type BoundPdf } from './bind.ts';
import { writeBody } from './body.ts';
import type { CoverRefused } from './cover.ts';
import { coverPages } from './parts.ts';
import { readCover } from './read-cover.ts';

/** The PDF of a pack but for its cover, set once for all contracts of its set. */
export type PreparedPdf = {
  /** The lines that were painted, in reading order, for the proof. */
  readonly painted: {
    readonly contents: readonly string[];
    readonly members: readonly (readonly string[])[];
  };
  /** How many pages a pack has, its cover among them. */
  readonly pages: number;
  /** Binds a cover in front. What comes out depends on the body and the cover alone. */
  bind(cover: AnnexDocument): BoundPdf | CoverRefused;
  /** What the bytes of a bound pack say on its cover: a text for each place on the page where text begins. */
  readCover(bound: BoundPdf): readonly string[];
};

/**
 * Sets the body of a pack. `sample` is a cover of nobody: it tells in which types covers are set, whose fonts then have
 * all letters of an alphabet. A body is set once for each alphabet that customers are written in, when one first is; a
 * cover with a letter or sign beyond those is set with a body of its own.
 */
export function preparePackPdf(body: PackBody, sample: AnnexDocument): PreparedPdf {
  const inLatin = writeBody(body, sample, ['Latin']);
  const kept = new Map([['Latin', new BoundFile(inLatin)]]);
  const bodyFor = (alphabets: readonly Alphabet[]) => {
    const known = kept.get(alphabets.join());
    if (known) return known;
    const made = new BoundFile(writeBody(body, sample, alphabets));
    kept.set(alphabets.join(), made);
    return made;
  };
  const own = (cover: AnnexDocument, alphabets: readonly Alphabet[]) =>
    new BoundFile(writeBody(body, cover, alphabets));
  const { contents, members } = inLatin.placed;
  return {
    painted: {
      contents: paintedLines(contents.pages),
      members: members.map(({ part }) => paintedLines(part.pages)),
    },
    pages: coverPages + [contents, ...members.map(({ part }) => part)].flatMap(({ pages }) => pages).length,
    bind: (cover) => {
      const alphabets = alphabetsOf(textOf(cover));
      return whileBorrowing(() => bodyFor(alphabets).bind(cover)) ?? own(cover, alphabets).bind(cover);
    },
    readCover: ({ pieces, fonts }) => readCover(pieces[1], fonts),
  };
}

function whileBorrowing<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (fault) {
    if (fault instanceof NotBorrowed) return undefined;
    throw fault;
  }
}

/** All texts of a cover, with much that is none. */
function textOf({ body }: AnnexDocument): string {
  return JSON.stringify(body, (_, value: unknown) => (value instanceof Uint8Array ? undefined : value));
}
