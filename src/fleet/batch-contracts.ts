import type { Contract } from '../pack/contract.ts';

/** A contract as a line of JSON: a batch of them lies in the store for the worker that makes them. */
export function writeBatchLine(contract: Contract): string {
  return `${JSON.stringify(contract)}\n`;
}

export function writeBatchContracts(contracts: readonly Contract[]): Uint8Array {
  return Buffer.from(contracts.map(writeBatchLine).join(''));
}

/** The contracts that were written, whole: the store holds the bytes against their digest. */
export function readBatchContracts(bytes: Uint8Array): Contract[] {
  return new TextDecoder()
    .decode(bytes)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => withoutGaps(JSON.parse(line) as Contract));
}

/** JSON leaves out what is undefined; a key is made of all members, those without an edition too. */
function withoutGaps(contract: Contract): Contract {
  const members = contract.members.map(({ product, edition }) => ({ product, edition }));
  return { ...contract, members, line: contract.line };
}
