import { type Checked, failed } from '../diagnostics/checked.ts';
import { error } from '../diagnostics/diagnostic.ts';
import { carriedTexts, editionName } from '../edition/carried.ts';
import type { Edition } from '../edition/edition.ts';
import { readEdition } from '../edition/read.ts';
import type { Published } from '../readers/published.ts';
import { type Difference, quoteText } from './difference.ts';

/**
 * The edition that a document carries; of a pack, that of a product. There is no value where it carries none, or one that
 * cannot be read.
 */
export function readCarriedEdition(published: Published, file: string, product?: string): Checked<Edition> {
  const text = carriedText(published, editionName);
  if (text !== undefined) return readEdition(text, file);
  const packed = readPacked(published, file);
  if (packed.length > 0) return chooseEdition(packed, file, product);
  return failed(
    error('edition-missing', { file }, 'The file carries no edition.', {
      hints: ['Annexes and workbooks carry theirs; another program may have lost it when it saved the file.'],
    }),
  );
}

/** The editions of a pack, each named after its member. */
function readPacked(published: Published, file: string): Checked<Edition>[] {
  const names = [...published.carried.keys()].filter((name) => name.endsWith(`-${editionName}`));
  return names.map((name) => readEdition(carriedText(published, name)!, file));
}

function chooseEdition(
  packed: readonly Checked<Edition>[],
  file: string,
  product: string | undefined,
): Checked<Edition> {
  const chosen = packed.filter(({ value }) => product === undefined || value?.product === product);
  if (chosen.length === 1) return chosen[0]!;
  const held = packed.map(({ value }) =>
    value ? `${value.product} ${value.edition}` : 'one that is damaged',
  );
  return failed(
    error(
      'edition-several',
      { file },
      `The file is a pack, which carries several editions: ${held.join(', ')}.`,
      {
        hints: ['Name the product whose edition is meant by --product.'],
      },
    ),
  );
}

/**
 * Holds the files that a document carries against an edition: the same bytes, whatever version of this program wrote
 * them.
 */
export function proveCarried(
  edition: Edition,
  language: string,
  published: Published,
  { program }: Edition,
): Difference[] {
  const expected = carriedTexts({ ...edition, program }, language);
  const names = new Set(expected.map(({ name }) => name));
  const foreign = [...published.carried.keys()].filter((name) => !names.has(name));
  return [
    ...expected.flatMap(({ name, text }) => compareTexts(name, text, carriedText(published, name))),
    ...foreign.map((name) => ({
      where: 'Carried files',
      message: `${quoteText(name)} is none of this program.`,
    })),
  ];
}

function carriedText({ carried }: Published, name: string): string | undefined {
  const bytes = carried.get(name);
  return bytes && new TextDecoder().decode(bytes);
}

/** The first line that differs is enough to see what happened. */
function compareTexts(name: string, expected: string, found: string | undefined): Difference[] {
  if (found === expected) return [];
  const where = `Carried ${name}`;
  if (found === undefined) return [{ where, message: 'The file is not there.' }];
  const theirs = found.split('\n');
  const ours = expected.split('\n');
  const differs = (text: string, i: number) => text !== theirs[i];
  // The digest differs wherever anything does, and stands first.
  const telling = ours.findIndex((text, i) => differs(text, i) && !text.startsWith('  "digest"'));
  const line = telling < 0 ? ours.findIndex(differs) : telling;
  const said = (text: string | undefined) => (text === undefined ? 'nothing' : quoteText(text));
  return [
    {
      where: `${where}, line ${(line < 0 ? ours.length : line) + 1}`,
      message: `It says ${said(theirs[line])}, and the source ${said(ours[line])}.`,
    },
  ];
}
