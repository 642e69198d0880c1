// Contracts as a provider has them: many customers, and twenty sets of one to three products that they choose among.
import { createHash } from 'node:crypto';

const languages = ['en', 'fr', 'de', 'pl'];
const choices = ['1', '2 3', '4 5 6', '3', '6 1'];

/** How many products the workspace needs. */
export const products = 6;

const sets = languages.flatMap((language) => choices.map((choice) => ({ language, choice })));

/** The same contract for the same number; one of another set each time. */
export function contractAt(number) {
  const { language, choice } = sets[number % sets.length];
  // Names as different as those of customers are.
  const hash = createHash('sha256').update(`customer ${number}`).digest();
  const word = (at) =>
    hash
      .toString('base64')
      .replace(/[^A-Za-z]/g, '')
      .slice(at, at + 4 + (hash[at] % 5));
  return {
    id: `C-${number}`,
    customer: `${word(0)} ${word(9)} & Söhne ${hash.readUInt16LE()}`,
    language,
    date: `2026-03-${String(1 + (number % 28)).padStart(2, '0')}`,
    members: choice.split(' ').map((product) => ({ product: `product-${product}`, edition: undefined })),
    columns: {},
    line: number + 2,
  };
}
