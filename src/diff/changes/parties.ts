import type { EditionContent, EditionParty } from '../../edition/edition.ts';
import type { Comparison } from '../comparison.ts';
import { textIn } from '../identity/side.ts';
import { mergeLists } from '../order.ts';
import type { ComparedCode, ComparedParty } from '../product-diff.ts';

/** The parties of both editions in the order of their columns. */
export function compareParties({ old, now, parties, language, isSame }: Comparison): ComparedParty[] {
  const named = (party: EditionParty | undefined) =>
    party && {
      id: party.id,
      name: textIn(party.name, language),
      short: textIn(party.short ?? party.name, language),
    };
  return merge(old.edition.parties, now.edition.parties, parties).map(([one, other]) => {
    const [was, is] = [named(one), named(other)];
    return {
      id: (is ?? was)!.id,
      old: was,
      now: is,
      isRenamed: was !== undefined && is !== undefined && !isSame(was.name, is.name),
    };
  });
}

/** The legends of both editions, in the printing order of their codes. */
export function compareCodes({ old, now, codes, language, isSame, hasIds }: Comparison): ComparedCode[] {
  const said = (code: EditionContent['codes'][number] | undefined) =>
    code && {
      sign: code.sign,
      name: textIn(code.name, language),
      meaning: textIn(code.meaning, language),
    };
  return merge(old.edition.codes, now.edition.codes, codes).map(([one, other]) => {
    const [was, is] = [said(one), said(other)];
    return {
      sign: (is ?? was)!.sign,
      role: (other ?? one)!.role,
      old: was,
      now: is,
      isRedefined:
        was !== undefined &&
        is !== undefined &&
        // A page that does not explain its codes is read with the words of this program.
        (was.sign !== is.sign || (hasIds && !(isSame(was.name, is.name) && isSame(was.meaning, is.meaning)))),
    };
  });
}

function merge<T>(
  old: readonly T[],
  now: readonly T[],
  pairing: Comparison['parties'],
): [old: T | undefined, now: T | undefined][] {
  return mergeLists([...old.keys()], [...now.keys()], pairing).map((at) => [
    at.old === undefined ? undefined : old[at.old],
    at.now === undefined ? undefined : now[at.now],
  ]);
}
