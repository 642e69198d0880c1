import type { PackPress } from '../compose/pack/compose.ts';
import type { PackContract } from '../compose/pack/set.ts';
import { contractFile } from '../document/pack.ts';
import type { AnnexDocument } from '../document/tree.ts';
import { carriedTexts } from '../edition/carried.ts';
import type { Edition } from '../edition/edition.ts';
import type { PackWorkbookMember } from '../workbook/pack.ts';
import { carryInAnnex } from './carry.ts';

/** An annex that carries its edition in a pack, where others carry theirs: its files are named after it. */
export function carryInMember(annex: AnnexDocument, edition: Edition, anchor: string): AnnexDocument {
  const { attachments = [], ...carrying } = carryInAnnex(annex, edition);
  return {
    ...carrying,
    attachments: attachments.map((file) => ({ ...file, name: `${anchor}-${file.name}` })),
  };
}

/** A matrix that carries its edition in the workbook of a pack. */
export function carryInMatrix(
  matrix: Omit<PackWorkbookMember, 'carries'>,
  edition: Edition,
  language: string,
): PackWorkbookMember {
  return { ...matrix, carries: carriedTexts(edition, language).map(({ name, text }) => ({ name, text })) };
}

/** A cover that carries its contract as data. */
export function carryContract(
  cover: AnnexDocument,
  { id, customer, date, columns }: PackContract,
  { set }: PackPress,
): AnnexDocument {
  const data = {
    format: 1,
    contract: id,
    customer,
    ...(date && { date }),
    language: set.language,
    columns,
    members: set.members.map(({ product }) => ({
      annex: product.annex,
      product: product.id,
      edition: product.edition,
      reference: product.reference,
    })),
  };
  const text = `${JSON.stringify(data, undefined, 2)}\n`;
  const attachment = {
    name: contractFile,
    mediaType: 'application/json',
    bytes: new TextEncoder().encode(text),
    relationship: 'Data',
    description: cover.metadata.title,
  } as const;
  return { ...cover, attachments: [attachment] };
}
