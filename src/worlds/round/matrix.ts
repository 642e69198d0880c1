import { assembleCatalogue } from '../../catalogue/assemble.ts';
import type { Catalogue, Product } from '../../catalogue/model.ts';
import { memoryWorkspace } from '../../workspace/memory.ts';
import { overlayWorkspace } from '../../workspace/overlay.ts';
import { shippedTemplates, shippedWorkspace } from '../../workspace/shipped.ts';
import type { Workspace, WritableWorkspace } from '../../workspace/workspace.ts';

/* The matrix that workbooks go round with in these tests: small, and awkward. */

export const parties = ['customer', 'provider', 'integrator'] as const;
export const sections = ['use.daily', 'use.access', 'end', 'use'] as const;
export type Section = (typeof sections)[number];

/** A row as people see it. The codes are signs in printing order. */
export type Row = {
  readonly id: string;
  readonly section: Section;
  readonly text: string;
  readonly note: string;
  readonly codes: readonly string[];
};

export const labels: Readonly<Record<Section, string>> = {
  use: '1 Use',
  'use.daily': '1.3 Daily work',
  'use.access': '1.4 Access & accounts',
  end: '2 At the end',
};

/** Rows of a section do not stand together, and their texts try a CSV file and a sheet. */
export const rows: readonly Row[] = [
  row('backup', 'use.daily', 'Back up the service; keep "copies"', '', 'I', 'RA', ''),
  row('export', 'end', 'Export the data', 'Within 30 days', 'RA', 'C', 'I'),
  row('accounts', 'use.access', 'Open, and close, accounts', '', 'RA', '', ''),
  row('restore', 'use.daily', 'Restore what was lost', 'On request\nof the customer', 'C', 'RA', 'I'),
  row('rights', 'use.access', '=SUM(A1) is no formula & <b> is no tag', '', 'RAC', 'I', 'R'),
  row('costs', 'use', 'Pay\u00A0: the bill', '', 'RA', 'I', ''),
  row('patches', 'use.daily', 'Install  patches', '', '', 'RA', 'R'),
  row('guests', 'use.access', 'Invite guests', '', 'RA', '', ''),
  row('deletion', 'end', 'Delete the data', '', '', 'RA', ''),
  row('alerts', 'use.daily', 'Watch the alerts', '', 'I', 'RA', 'C'),
  row('contract', 'use', 'Keep the contract _x0041_', '', 'RA', 'RI', ''),
  row('proof', 'end', 'Prove the deletion', '', 'I', 'RA', ''),
  row('logs', 'use.daily', 'Łódź: read the logs', '', '', 'RA', 'I'),
  row('keys', 'use.access', 'Renew the keys', 'Every year', 'RA', 'I', ''),
];

function row(id: string, section: Section, text: string, note: string, ...codes: string[]): Row {
  return { id, section, text, note, codes };
}

const inQuotes = (text: string): string => (/[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** As Excel writes it in Germany, with a column of its own and lines that are blank. */
export function writeMatrix(written: readonly Row[]): Uint8Array {
  const head = 'section;id;Provider;customer;owner;activity;note;integrator';
  const lines = written.map(({ id, section, text, note, codes: [customer, provider, integrator] }) =>
    [section, id, provider, customer, `team ${id}`, text, note, integrator]
      .map((cell) => inQuotes(cell!))
      .join(';'),
  );
  return new TextEncoder().encode(
    `\uFEFF${[head, ...lines.slice(0, 5), ';;;;;;;', ...lines.slice(5)].join('\r\n')}\r\n`,
  );
}

export const matrixPath = 'data/products/mail/matrix.csv';
const rules = ['code-missing', 'accountable-missing', 'accountable-several', 'responsible-missing'];

export function workspaceOf(
  matrix: Uint8Array,
  more: Readonly<Record<string, string>> = {},
): WritableWorkspace {
  return memoryWorkspace({
    'annex.yaml': `format: 1\ncolumns: [owner]\nparties:\n${parties.map((id) => `  - { id: ${id}, name: ${id[0]!.toUpperCase()}${id.slice(1)} }\n`).join('')}rules: { ${rules.map((rule) => `${rule}: off`).join(', ')} }\n`,
    'data/sections.csv':
      'section,title\nuse,Use\nuse.daily,Daily work\nuse.access,Access & accounts\nend,At the end\n',
    'data/products/mail/product.yaml': "name: Mail\nedition: '1'\nupdated: 2026-03-01\n",
    [matrixPath]: matrix,
    ...more,
  });
}

export function catalogueOf(workspace: Workspace): Catalogue {
  const overlaid = overlayWorkspace(workspace, shippedTemplates());
  return assembleCatalogue({ workspace: overlaid, shipped: shippedWorkspace() }).value!;
}

export function productOf(workspace: Workspace): Product {
  return catalogueOf(workspace).products[0]!;
}

/** The rows of a matrix by section, each section in its order. */
export function rowsOf({ activities }: Product): Row[] {
  return activities.map(({ id, section, text, note, codes }) => ({
    id,
    section: section as Section,
    text: text.source,
    note: note?.source ?? '',
    codes: parties.map((party) => codes.get(party)!.join('')),
  }));
}

export const bySection = (found: readonly Row[]): Row[] =>
  ['use', 'use.daily', 'use.access', 'end'].flatMap((key) => found.filter(({ section }) => section === key));
