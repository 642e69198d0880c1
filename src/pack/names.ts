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
 * The folder of a contract among the packs, `ct-2026-0815`: small letters a-z, digits and hyphens, at most 40 of them, safe on
 * every system. Where that is more than the id without its capitals, eight digits of the id's SHA-256 stand behind it, so
 * that two contracts seldom have the same folder.
 */
export function folderOf({ id }: Pick<Contract, 'id'>): string {
  const word = id.normalize('NFC');
  const plain = plainForm(word);
  if (plain === word.toLowerCase() && plain.length <= longest && !taken.test(plain)) return plain;
  const hash = createHash('sha256').update(word).digest('hex').slice(0, 8);
  return joinParts(cut(plain, longest - 9), hash);
}

function plainForm(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[łøđßæœıþ]/g, (letter) => plainLetters[letter] ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function cut(plain: string, length: number): string {
  return plain.slice(0, length).replace(/-$/, '');
}

/**
 * The path of a pack's file, relative to the folder of packs. The folder says which contract it is; the name says it all,
 * for whoever finds the file in a download folder. A customer who has no letter of a-z is left out of it.
 */
export function packPath(
  contract: Pick<Contract, 'id' | 'customer' | 'language'>,
  format: PackFormat,
): string {
  const folder = folderOf(contract);
  const customer = cut(plainForm(contract.customer), longest);
  const kind = folder.startsWith('pack-') ? '' : 'pack';
  return `${folder}/${joinParts(customer, folder, kind, contract.language.toLowerCase())}.${format}`;
}

/** What `packPath` can give: a manifest from elsewhere may say anything, and a file is written where it says. */
export const packPathPattern = /^(?!objects\/)[a-z0-9][a-z0-9-]*\/[a-z0-9][a-z0-9-]*\.(?:pdf|xlsx|zip)$/;

function joinParts(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('-');
}
