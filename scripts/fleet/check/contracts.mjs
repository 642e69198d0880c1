// Contracts as a provider has them, with some that are at fault: at their rows, when they are made, and one of which workers die.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { contractAt } from '../../bench/packs/contracts.mjs';

/** Every so many contracts one asks for a product that nobody offers. */
const unsound = 500;

/** One name is too long for its cover: that shows when it is made. */
const tooLong = 'Very Long Name '.repeat(200).trim();

/** The contract whose pack ends every worker that makes it, a third of the way down. */
export function poisonOf(count) {
  return contractAt(Math.floor(count / 3) + 1);
}

/** Writes a table of contracts, and tells how many of them are held. */
export async function writeContracts(path, count) {
  const file = createWriteStream(path);
  file.write('contract,customer,language,products,date\n');
  let held = 0;
  for (let number = 0; number < count; number++) {
    const { id, customer, language, date, members } = contractAt(number);
    const isUnsound = number % unsound === unsound - 1;
    const isTooLong = number === Math.floor(count / 2);
    if (isUnsound || isTooLong) held++;
    const products = isUnsound ? 'nobody-offers-this' : members.map(({ product }) => product).join(' ');
    const row = `${id},${isTooLong ? tooLong : customer},${language},${products},${date}\n`;
    if (!file.write(row)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
  return held;
}
