import type { LocalizedCode, LocalizedProduct } from '../../catalogue/localized.ts';
import { historySample } from '../history.ts';
import type { WorkbookBrand } from './styles.ts';
import { viewWorkbook, type WorkbookView } from './view.ts';

/** Looks enough to build a workbook from; no text is ever printed with them. */
export const sampleBrand: WorkbookBrand = {
  name: 'Sample',
  legal: 'Sample Ltd',
  colour: {
    ink: '#111111',
    muted: '#555555',
    heading: '#111111',
    accent: '#333333',
    tint: '#EEEEEE',
    rule: '#CCCCCC',
    codeFill: '#111111',
    codeText: '#FFFFFF',
  },
  paper: 'A4',
  workbook: { font: 'Arial', codeFont: 'Consolas' },
};

/** Made-up products that between them take every branch of a template: everything there, and nothing that may lack. */
export function sampleViews(): readonly WorkbookView[] {
  return [viewWorkbook(full, sampleBrand), viewWorkbook(bare, sampleBrand)];
}

const full: LocalizedProduct = {
  id: 'full',
  language: 'en',
  name: 'Everything',
  edition: '2026-03',
  updated: '2026-03-01',
  summary: 'A summary.',
  notes: ['A note.'],
  links: [{ text: 'A link', url: 'https://example.com/' }],
  reference: 'FULL-2026-03-EN',
  annex: '2',
  draft: true,
  parties: [
    { id: 'customer', name: 'Customer', short: 'Customer', accountableFor: 1 },
    { id: 'provider', name: 'Provider', short: 'Provider', accountableFor: 1 },
  ],
  codes: [
    codeOf('R', 'responsible', { strong: true }),
    codeOf('A', 'accountable', { filled: true }),
    codeOf('C', 'consulted', {}),
  ],
  sections: [
    { key: 'a', number: '1', title: 'Chapter', depth: 1, activities: [] },
    {
      key: 'a.b',
      number: '1.1',
      title: 'Section',
      depth: 2,
      activities: [
        {
          id: 'first',
          clause: '1.1.1',
          text: 'An activity',
          note: { number: 1, text: 'A note.' },
          cells: [
            { party: 'customer', held: ['R', 'A'] },
            { party: 'provider', held: [] },
          ],
        },
        {
          id: 'second',
          clause: '1.1.2',
          text: 'Another activity',
          note: undefined,
          cells: [
            { party: 'customer', held: ['C'] },
            { party: 'provider', held: ['R', 'A'] },
          ],
        },
      ],
    },
  ],
  activityCount: 2,
  words: new Map(),
  history: historySample,
  standing: {
    state: 'machine',
    prevailing: { language: 'fr', name: 'French', title: 'Tout' },
    machineFrame: false,
    staleClauses: ['1.1.1'],
  },
};

const bare: LocalizedProduct = {
  ...full,
  id: 'bare',
  summary: undefined,
  notes: [],
  links: [],
  annex: undefined,
  draft: false,
  codes: [codeOf('X', 'other', {})],
  sections: [
    {
      key: 'a',
      number: '1',
      title: 'Section',
      depth: 1,
      activities: [
        {
          id: 'only',
          clause: '1.1',
          text: 'An activity',
          note: undefined,
          cells: [
            { party: 'customer', held: ['X'] },
            { party: 'provider', held: [] },
          ],
        },
      ],
    },
  ],
  activityCount: 1,
  standing: { state: 'original', prevailing: undefined, machineFrame: true, staleClauses: [] },
  history: [],
};

function codeOf(
  sign: string,
  role: string,
  { filled = false, strong = false }: { readonly filled?: boolean; readonly strong?: boolean },
): LocalizedCode {
  return { sign, role, name: role, meaning: 'meaning', filled, strong };
}
