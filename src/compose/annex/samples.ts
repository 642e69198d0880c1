import { historySample, viewHistory } from '../history.ts';
import type { AnnexView } from './view.ts';

/**
 * Made-up views on which templates are tried before any product is: one in which everything there can be is there,
 * and one in which nothing is that may be absent.
 */
export const annexSamples: readonly AnnexView[] = [fullSample(), bareSample()];

function bareSample(): AnnexView {
  return {
    brand: { name: 'Brand', legal: 'Brand Ltd', footer: undefined },
    product: 'Product',
    edition: '1',
    updated: '2026-03-14',
    reference: 'P-RM-1-EN',
    annex: undefined,
    draft: false,
    summary: undefined,
    parties: [
      { name: 'Customer', short: 'Customer', accountableFor: 0 },
      { name: 'Provider', short: 'Provider', accountableFor: 0 },
    ],
    hasAccountable: false,
    codes: [{ sign: 'R', name: 'Responsible', meaning: 'acts' }],
    hasLegend: false,
    pack: true,
    sections: [],
    activityCount: 0,
    footnotes: [],
    notes: [],
    links: [],
    history: [],
    marks: [],
    machine: undefined,
    machineFrame: false,
    stale: undefined,
  };
}

function fullSample(): AnnexView {
  const note = { number: 1, text: 'A note' };
  const cells = [
    { party: 'customer', held: 'R' },
    { party: 'provider', held: '' },
  ];
  const activities = [
    { clause: '1.1.1', text: 'Act', note, cells },
    { clause: '1.1.2', text: 'Act again', note: undefined, cells },
  ];
  return {
    ...bareSample(),
    brand: { name: 'Brand', legal: 'Brand Ltd', footer: 'Footer' },
    updated: '2026-03-01',
    annex: '2',
    draft: true,
    summary: 'A summary.',
    hasAccountable: true,
    hasLegend: true,
    pack: false,
    sections: [
      { number: '1', title: 'Heading', level: 2, activities: [] },
      { number: '1.1', title: 'Leaf', level: 3, activities },
    ],
    activityCount: 2,
    footnotes: [note],
    notes: ['Note of the product'],
    links: [{ text: 'Link', url: 'https://example.org/' }],
    history: viewHistory({ history: historySample }),
    marks: ['draft-mark', 'machine-mark', 'stale-mark'],
    machine: { language: 'English', title: 'Title' },
    machineFrame: true,
    stale: { language: 'English', title: 'Title', clauses: ['1.1.1', '1.1.2'] },
  };
}
