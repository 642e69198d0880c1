import { compareSets, none, type Signal } from './signal.ts';

/**
 * The acronyms that one side alone has. As many lost as gained may have been translated, as SLA is by some, so only
 * the surplus of a side counts; and a text in capitals has no acronyms that could be told from its words.
 */
export function compareAcronyms(source: string, translation: string): Signal {
  if (!twoCapitals.test(source) && !twoCapitals.test(translation)) return none;
  if (isShouted(source) || isShouted(translation)) return none;
  const { lost, gained } = compareSets(acronymsIn(source, translation), acronymsIn(translation, source));
  if (lost.length === gained.length) return none;
  return lost.length > gained.length ? { lost, gained: [] } : { lost: [], gained };
}

const noAcronyms: ReadonlyMap<string, string> = new Map();

/** Most texts have none. */
const twoCapitals = /\p{Lu}\p{N}*\p{Lu}/u;

/** Two capitals or more, perhaps with digits, and perhaps an ending in small letters: VMs. */
const acronym = /(?<![\p{L}\p{N}])(\p{Lu}[\p{Lu}\p{N}]*\p{Lu}[\p{Lu}\p{N}]*)\p{Ll}{0,3}(?![\p{L}\p{N}])/gu;

/** By the acronym in capitals; one with which a word of the other side begins, in whichever letters, is not counted. */
function acronymsIn(text: string, other: string): ReadonlyMap<string, string> {
  const own = [...text.matchAll(acronym)]
    .map(([, capitals]) => capitals!)
    .filter((word) => !isUnit.test(word));
  if (own.length === 0) return noAcronyms;
  const elsewhere = other.toUpperCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const alone = own.filter((word) => !elsewhere.some((begun) => begun.startsWith(word)));
  return new Map(alone.map((word) => [word, word]));
}

/** GB, MiB and the like: figures have units, which languages write as they do, such as Go in French. */
const isUnit = /^[KMGTPE]I?[BO]$/;

function isShouted(text: string): boolean {
  return !/\p{Ll}/u.test(text) && /\p{Lu}/u.test(text);
}
