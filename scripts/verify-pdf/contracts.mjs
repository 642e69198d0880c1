// Contracts whose customers are called as somebody might who means no good, as far as their names can be printed at all.
import { writeFileSync } from 'node:fs';

const customers = [
  '../../x',
  'CON',
  'Ünïcødé & Söhne <b>',
  `${'a name that goes on and on '.repeat(11)}`,
  'x'.repeat(300),
  '"=HYPERLINK(""http://example.org"")"',
];

/** In letters that not every brand has. */
const abroad = ['Ελληνική Εταιρεία & Российская компания'];

/** Writes a table of contracts: each customer twice, with both products of the repository and with one. */
export function writeContracts(path, { isLatin = false } = {}) {
  const rows = [...customers, ...(isLatin ? [] : abroad)].flatMap((customer, i) => [
    `H-${i}-A,${customer},en,email-pro private-exchange,2026-03-01`,
    `H-${i}-B,${customer},pl,private-exchange,2026-03-01`,
  ]);
  writeFileSync(path, `contract,customer,language,products,date\n${rows.join('\n')}\n`);
}
