/** The room that all columns of parties share on a page across, and the most that one takes, in points. */
const room = { all: 520, one: 48 } as const;
/** A letter of a label, of the wider ones. */
const letter = 4.6;

/**
 * A label for the head of a party's column where the name has a word that would not fit in it: the same name, with
 * soft hyphens where it may be parted. Undefined where the name fits as it is.
 *
 * @param parties how many columns there are
 */
export function makeLabel(name: string, parties: number): string | undefined {
  const most = Math.floor(Math.min(room.one, room.all / parties) / letter);
  const label = name.replace(/[^\s\u00ad-]+/gu, (word) => (word.length > most ? partWord(word, most) : word));
  return label === name ? undefined : label;
}

/** Parts a word into pieces of at most so many letters, where one might: before a consonant that a vowel follows. */
function partWord(word: string, most: number): string {
  const pieces: string[] = [];
  let rest = word;
  while (rest.length > most) {
    const at = lastBreak(rest, most);
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...pieces, rest].join('\u00ad');
}

const least = 3;

function lastBreak(word: string, most: number): number {
  for (let at = Math.min(most, word.length - least); at >= least; at--) {
    if (isSyllable(word.slice(at)) || /[._/}]$/u.test(word.slice(0, at))) return at;
  }
  return Math.min(most, Math.max(least, word.length - least));
}

function isSyllable(rest: string): boolean {
  const plain = rest.slice(0, 2).normalize('NFD').replace(/\p{M}/gu, '');
  return /^[b-df-hj-np-tv-zбвгджзклмнпрстфхцчшщ][aeiouyаеёиоуыэюя]/iu.test(plain);
}
