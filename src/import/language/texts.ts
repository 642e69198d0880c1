import type { Party, Product, Text } from '../../catalogue/model.ts';
import type { FoundParty } from '../found.ts';
import type { JoinedMatrix } from '../joined.ts';
import { makeLabel } from '../product/labels.ts';
import type { Columns } from './columns.ts';
import type { Match } from './match.ts';
import { matchSections } from './sections.ts';

/** A text of the product, as the page has it in its language. */
export type FoundText = { readonly text: Text; readonly translation: string };

/** Every text of a product that its page in another language says beyond doubt, in reading order. */
export function findTexts(
  product: Product,
  joined: JoinedMatrix,
  columns: Columns,
  matches: readonly Match[],
  name: string | undefined,
): FoundText[] {
  const rows = matches.filter(({ isSure }) => isSure);
  return [
    ...nameText(product, joined, name),
    ...product.parties.flatMap((party) =>
      partyTexts(party, joined.parties[columns.partyOf.indexOf(party.id)], product.parties.length),
    ),
    ...codeTexts(product, joined, columns),
    ...matchSections(product, joined, matches).map(({ section, found }) => ({
      text: section.title,
      translation: joined.sections[found]!.title,
    })),
    ...rows.flatMap(({ activity, row }) => {
      const { text, note } = product.activities[activity]!;
      const found = joined.rows[row]!;
      const said = { text, translation: found.activity };
      return note === undefined || found.note === undefined
        ? [said]
        : [said, { text: note, translation: found.note }];
    }),
  ];
}

/** The name asked for, else the page's title; a proper name that the title holds is the same in every language. */
function nameText({ name }: Product, { title }: JoinedMatrix, asked: string | undefined): FoundText[] {
  const isProper = title?.toLowerCase().includes(name.source.toLowerCase()) === true;
  const translation = asked ?? (isProper ? name.source : title);
  return translation === undefined ? [] : [{ text: name, translation }];
}

/** The name of a party, and a label of it where the product has one. */
function partyTexts({ name, short }: Party, found: FoundParty | undefined, parties: number): FoundText[] {
  if (found === undefined) return [];
  const said = { text: name, translation: found.name };
  return short === undefined
    ? [said]
    : [said, { text: short, translation: makeLabel(found.name, parties) ?? found.name }];
}

/** What the page calls the codes that the product explains in words of its own: its legend, or else the cells themselves. */
function codeTexts({ codes }: Product, { codeSet }: JoinedMatrix, { signOf }: Columns): FoundText[] {
  if ('name' in codeSet) return [];
  return codes.codes.flatMap(({ sign, name, meaning }) => {
    const said = codeSet.codes.find((code) => signOf.get(code.sign) === sign);
    if (said === undefined || !name.id.startsWith('code.')) return [];
    return [name, meaning].map((text) => ({ text, translation: said.name ?? said.sign }));
  });
}
