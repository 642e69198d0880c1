import type { PackContentsView, PackCoverView, PackOverviewView } from './view.ts';

/**
 * Made-up views on which templates are tried before any pack is: one in which everything there can be is there, and one
 * in which nothing is that may be absent. `columns` are those that the contracts have.
 */
export function coverSamples(columns: readonly string[]): readonly PackCoverView[] {
  return overviewSamples(columns);
}

export const contentsSamples: readonly PackContentsView[] = [fullContents(), bareContents()];

export function overviewSamples(columns: readonly string[]): readonly PackOverviewView[] {
  const contract = { id: 'C-1', customer: 'Customer' };
  const filled = Object.fromEntries(columns.map((name) => [name, 'text']));
  const empty = Object.fromEntries(columns.map((name) => [name, undefined]));
  return [
    { ...fullContents(), contract: { ...contract, date: '2026-03-01', columns: filled } },
    { ...bareContents(), contract: { ...contract, date: undefined, columns: empty } },
  ];
}

function bareContents(): PackContentsView {
  return {
    brand: { name: 'Brand', legal: 'Brand Ltd', footer: undefined },
    language: 'en',
    members: [sampleMember('1')],
    newest: '2026-03-01',
    productCount: 1,
    codes: [],
    noRole: '–',
    prevailing: [],
    drafts: [],
    machine: [],
    machineFrame: [],
    stale: [],
  };
}

function fullContents(): PackContentsView {
  const draft = { draft: true, marks: ['draft-mark', 'machine-mark', 'stale-mark'] as const };
  return {
    ...bareContents(),
    brand: { name: 'Brand', legal: 'Brand Ltd', footer: 'Footer' },
    members: [sampleMember('1'), { ...sampleMember('2'), ...draft }],
    productCount: 2,
    codes: (['filled', 'strong', 'quiet'] as const).map((look) => ({
      sign: 'R',
      name: 'Responsible',
      meaning: 'acts',
      look,
    })),
    prevailing: [
      { language: 'English', annexes: ['1', '2'], isAll: true },
      { language: 'French', annexes: ['2'], isAll: false },
    ],
    drafts: ['1', '2'],
    machine: ['1'],
    machineFrame: ['1'],
    stale: ['1', '2'],
  };
}

function sampleMember(annex: string): PackContentsView['members'][number] {
  return {
    anchor: `product-${annex}`,
    annex,
    product: `Product ${annex}`,
    sheet: `Product ${annex}`,
    edition: '2026-03',
    updated: '2026-03-01',
    reference: 'P-RM-1-EN',
    activityCount: 2,
    draft: false,
    marks: [],
  };
}
