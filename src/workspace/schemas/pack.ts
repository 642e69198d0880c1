import { z } from 'zod';
import { identifier } from './identifiers.ts';
import { filledText } from './texts.ts';

const productOfPack = z.stringFormat('product', /^[a-z][a-z0-9-]{0,62}(?:@\S+)?$/, {
  error: 'the id of a product, with an edition behind an @ where one is meant',
});

/** As headers are compared: without case. */
const column = z
  .stringFormat('column', (name) => name.trim() !== '', { error: 'the name of a column' })
  .transform((name) => name.trim().toLowerCase());

/** A product that packs get beside those of their contract. */
const memberOfPack = z.strictObject({
  product: productOfPack.describe('The product, such as terms or terms@2024-06.'),
  when: z
    .record(column, z.union([filledText.transform((value) => [value]), z.array(filledText).min(1)]))
    .default({})
    .describe('Columns of the contract, each with the value or the values that it is added for.'),
});

/** What packs are, beside what their contracts say. */
export const packSettings = z.strictObject({
  brand: identifier.optional().describe('The brand of every pack; without it, that of its products.'),
  members: z
    .array(memberOfPack)
    .default([])
    .describe("Products that stand behind the contract's own in a pack."),
});

export type PackSettings = z.output<typeof packSettings>;
