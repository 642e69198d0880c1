import { error, type FaultGroup, warning } from './fault.ts';

/** What can be wrong with contracts, and with the packs made for them. */
export const packedFaults: readonly FaultGroup[] = [
  {
    title: 'Contracts',
    faults: [
      error(
        'contract-empty',
        'A contract has nothing in a column that every contract fills in.',
        'Fill it in.',
      ),
      error('contract-id', 'The id of a contract is too long, or takes several lines.', 'Shorten it.'),
      error(
        'contract-characters',
        'A contract has a character that no reader sees and that changes what is read.',
        'Delete it: retype the words around it.',
      ),
      error(
        'contract-date',
        'The date of a contract is no day of the calendar.',
        'Write it as 2026-03-01; a spreadsheet may have rewritten it.',
      ),
      error(
        'contract-language',
        'A contract is in a language that the workspace does not have.',
        'Name one of `languages` in `annex.yaml`.',
      ),
      error(
        'contract-twice',
        'Two contracts have the same id; capitals and small letters are one. Neither is made.',
        'Give each row an id of its own.',
      ),
      error(
        'contract-folder',
        'The ids of two contracts are so alike that their packs would lie in one folder. Neither is made.',
        'Change a letter of one of them.',
      ),
      error(
        'contract-product',
        'A contract names a product that the workspace does not have.',
        'Name products by their folders in `data/products`.',
      ),
      error(
        'contract-edition',
        'A contract names an edition that its product does not have.',
        'Name one that was released, or the product alone.',
      ),
      error(
        'contract-product-language',
        'A contract names a product that is not made in its language.',
        'Translate the product, or choose a language that it has.',
      ),
      error(
        'contract-product-held',
        'Errors in the workspace keep a product of a contract from being made.',
        'Run `annex check` and mend what it names.',
      ),
      error('contract-product-twice', 'A contract names the same edition twice.', 'Name it once.'),
    ],
  },
  {
    title: 'Packs',
    faults: [
      error(
        'pack-brands',
        'The products of a pack wear several brands, and a pack wears one.',
        'Name it as `pack.brand` in `annex.yaml`, or by `--brand`.',
      ),
      error(
        'pack-letters',
        'No font of the brand has a character of what the cover says.',
        'Name a font that has it under `fonts.fallback` in `brand.yaml`, or write the name without it.',
      ),
      error(
        'pack-direction',
        'What the cover says is written from right to left, which cannot be printed yet.',
        'Give the name in Latin letters too.',
      ),
      error(
        'pack-cover',
        'What a contract says does not fit on the cover.',
        'Shorten it, or let `templates/pack.hbs` print less.',
      ),
      error(
        'pack-ended',
        'A run of packs did not come to its end, so what lies there is not all of one run.',
        'Run `annex pack --resume`; packs that were fetched are fetched again by `annex pack --collect`.',
      ),
      error(
        'pack-identity',
        'A published pack does not name its own contract and customer, as its manifest does.',
        'Run `annex pack`. If nobody changed the files since, please report this.',
      ),
      error(
        'pack-parts',
        'The archive of a pack does not hold its PDF and its workbook as they are published.',
        'Run `annex pack`.',
      ),
      warning(
        'pack-outdated',
        'The workspace makes another pack now: a product, a template, the brand or the contract changed since.',
        'Run `annex pack`, or leave it: what was published is as it was made.',
      ),
    ],
  },
];
