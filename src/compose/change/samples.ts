import { activityKinds, type ChangeView, surroundingKinds } from './view.ts';

/**
 * Made-up views on which templates are tried before any product is: one in which everything there can be is there, in
 * columns and in lists, and one in which nothing is that may be absent.
 */
export const changeSamples: readonly ChangeView[] = [
  fullSample(),
  { ...fullSample(), isListed: true },
  bareSample(),
];

function bareSample(): ChangeView {
  return {
    brand: { name: 'Brand', legal: 'Brand Ltd', footer: undefined },
    id: 'product',
    language: 'en',
    product: 'Product',
    earlier: '1',
    edition: '2',
    updated: '2026-03-14',
    reference: 'P-RM-CH-2-EN',
    annex: undefined,
    parties: [
      { id: 'customer', name: 'Customer', short: 'Customer' },
      { id: 'provider', name: 'Provider', short: 'Provider' },
    ],
    isListed: false,
    hasFilled: false,
    codes: [{ sign: 'R', name: 'Responsible', meaning: 'acts', look: 'strong' }],
    noRole: '–',
    counts: [],
    takes: [],
    joins: [],
    leaves: [],
    sections: [],
    renumbered: [],
    around: [],
    changeCount: 0,
    draft: false,
    marks: [],
    machine: undefined,
    machineFrame: false,
    stale: undefined,
  };
}

function fullSample(): ChangeView {
  const same = { text: 'Act ', isChanged: false };
  const other = { text: 'now', isChanged: true };
  const reworded = { now: [same, other], before: [same, other], isCut: true };
  const counted = [
    { name: 'Customer', count: 2 },
    { name: 'Provider', count: 1 },
  ];
  const cells = [
    { party: 'Customer', before: 'R', now: '', isChanged: true },
    { party: 'Provider', before: '', now: '', isChanged: false },
  ];
  const activity = {
    clause: '1.1.1',
    was: '1.1.2',
    kinds: activityKinds,
    isAdded: false,
    isRemoved: false,
    text: reworded,
    note: reworded,
    columns: [{ column: 'ticket', before: 'T-1', now: 'T-2' }],
    cells,
  };
  const plain = {
    ...activity,
    was: undefined,
    note: undefined,
    columns: [],
    text: { now: [same], before: [], isCut: false },
  };
  const activities = [
    activity,
    { ...plain, isAdded: true },
    { ...plain, isRemoved: true, text: { now: [], before: [same], isCut: true } },
  ];
  return {
    ...bareSample(),
    brand: { name: 'Brand', legal: 'Brand Ltd', footer: 'Footer' },
    updated: '2026-03-01',
    annex: '2',
    hasFilled: true,
    counts: [...activityKinds, 'kind-renumbered' as const, 'kind-unchanged' as const].map((kind) => ({
      kind,
      count: 1,
    })),
    takes: counted,
    joins: counted,
    leaves: counted,
    sections: [
      { number: '1', title: 'Heading', level: 2, activities: [] },
      { number: '1.1', title: 'Leaf', level: 3, activities },
    ],
    renumbered: [{ before: '1.2', now: '1.1', text: 'Act' }],
    around: [
      ...surroundingKinds.map((kind) => ({ kind, ...reworded })),
      { kind: 'around-note', now: [], before: [same], isCut: true },
      { kind: 'around-note', now: [same], before: [], isCut: false },
    ],
    changeCount: 3,
    draft: true,
    marks: ['draft-mark', 'machine-mark', 'stale-mark'],
    machine: { language: 'English', title: 'Title' },
    machineFrame: true,
    stale: { language: 'English', title: 'Title', clauses: ['1.1.1', '1.1.2'] },
  };
}
