import { createHash } from 'node:crypto';
import type { Contract } from './contract.ts';

/** What is made for a contract. */
export const packFormats = ['pdf', 'xlsx', 'zip'] as const;
export type PackFormat = (typeof packFormats)[number];

const longest = 40;

/** No word at all; names that Windows keeps for devices, whatever stands behind their dot; the folder of the store. */
const taken = /^(?:|con|nul|aux|prn|com\d|lpt\d|objects)$/;

/** Letters whose plain form is no part of them, so that taking marks away does not show it. */
const plainLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
};

/**
 * A word as part of a path that is safe on every system: small letters a-z, digits and hyphens, at most 40 of them. Where
 * that is not the word itself, eight digits of the word's SHA-256 stand behind it, so that two words seldom have the
 * same slug; a hyphen and eight such digits at the end of a word count as not being the word itself.
 */
export function slugOf(word: string): string {
  const plain = plainForm(word);
  if (plain === word && plain.length <= longest && !taken.test(plain) && !endsInHash.test(plain)) {
    return plain;
  }
  const hash = createHash('sha256').update(word.normalize('NFC')).digest('hex').slice(0, 8);
  const stem = plain.slice(0, longest - 9).replace(/-$/, '');
  return stem === '' ? hash : `${stem}-${hash}`;
}

const endsInHash = /(?:^|-)[0-9a-f]{8}$/;

function plainForm(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[łøđßæœıþ]/g, (letter) => plainLetters[letter] ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The folder of a contract among the packs: `ct-2026-0815`. */
export function folderOf({ id }: Pick<Contract, 'id'>): string {
  return slugOf(id);
}

/**
 * The path of a pack's file, relative to the folder of packs. The folder says which contract it is; the name says it all,
 * for whoever finds the file in a download folder.
 */
export function packPath(
  contract: Pick<Contract, 'id' | 'customer' | 'language'>,
  format: PackFormat,
): string {
  const name = [slugOf(contract.customer), slugOf(contract.id), 'pack', contract.language.toLowerCase()];
  return `${folderOf(contract)}/${name.join('-')}.${format}`;
}
