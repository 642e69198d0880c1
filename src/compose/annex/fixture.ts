import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalizedCode, LocalizedProduct } from '../../catalogue/localized.ts';
import type { Brand } from '../../catalogue/model.ts';
import { soberColours, soberDark } from '../../document/fixture.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { historySample } from '../history.ts';

/** Made-up products and a brand for tests: a small one with two parties, and one with four and RASCI. */

const program = join(import.meta.dirname, '../../..');

/** The templates that ship with the program. */
export const shippedSource: Pick<Workspace, 'read' | 'list'> = {
  read: (path) => {
    const file = join(program, path);
    return existsSync(file) ? { path, bytes: readFileSync(file) } : undefined;
  },
  list: (folder) => {
    const path = join(program, folder);
    return { files: existsSync(path) ? readdirSync(path).sort() : [], folders: [] };
  },
};

/** The words that ship with the program, in the reference language. */
export const words: ReadonlyMap<string, string> = readWords();

function readWords(): Map<string, string> {
  const [, ...rows] = readFileSync(join(program, 'data/wording.csv'), 'utf8').trim().split('\n');
  return new Map(
    rows.map((row) => {
      const [, id = '', quoted, plain = ''] = /^([^,]+),(?:"((?:[^"]|"")*)"|(.*))$/.exec(row) ?? [];
      return [id, quoted?.replaceAll('""', '"') ?? plain] as const;
    }),
  );
}

function codeOf(sign: string, role: string, name: string, meaning: string): LocalizedCode {
  return { sign, role, name, meaning, filled: role === 'accountable', strong: role === 'responsible' };
}

const responsible = codeOf('R', 'responsible', 'Responsible', 'carries the activity out');
const accountable = codeOf('A', 'accountable', 'Accountable', 'answers for the result');
const support = codeOf('S', 'support', 'Supports', 'helps to carry the activity out');
const consulted = codeOf('C', 'consulted', 'Consulted', 'gives advice');
const informed = codeOf('I', 'informed', 'Informed', 'is told of the outcome');

/** Two parties, RACI, notes and links. */
export const kiosk: LocalizedProduct = {
  id: 'kiosk',
  language: 'en',
  name: 'Kiosk Hosting',
  edition: '2026-03',
  updated: '2026-03-01',
  summary: 'Who does what for a hosted kiosk.',
  notes: ['Times are those of the data centre.'],
  links: [{ text: 'Terms of service', url: 'https://example.org/terms?a=1&b=2' }],
  reference: 'KSK-RM-2026-03-EN',
  annex: '2',
  draft: false,
  parties: [
    { id: 'customer', name: 'Customer', short: 'Customer', accountableFor: 1 },
    { id: 'provider', name: 'Provider', short: 'Provider', accountableFor: 2 },
  ],
  codes: [responsible, accountable, consulted, informed],
  sections: [
    { key: 'start', number: '1', title: 'Before the start', depth: 1, activities: [] },
    {
      key: 'start.choice',
      number: '1.1',
      title: 'Choosing',
      depth: 2,
      activities: [
        activity('1.1.1', 'Choose the size of the kiosk and the place it will stand in', ['R', 'A'], []),
        {
          ...activity('1.1.2', 'Supply the licences', ['I'], ['R', 'A']),
          note: { number: 1, text: 'Only those that the provider sells.' },
        },
      ],
    },
    {
      key: 'run',
      number: '2',
      title: 'Running',
      depth: 1,
      activities: [activity('2.1', 'Keep it running\nby day and by night', [], ['R', 'A'])],
    },
  ],
  activityCount: 3,
  words,
  standing: { state: 'original', prevailing: undefined, machineFrame: false, staleClauses: [] },
  history: [],
};

function activity(clause: string, text: string, customer: readonly string[], provider: readonly string[]) {
  const cells = [
    { party: 'customer', held: customer },
    { party: 'provider', held: provider },
  ];
  return { id: `a-${clause.replaceAll('.', '-')}`, clause, text, note: undefined, cells };
}

/** Four parties and RASCI; a draft after released editions, translated by a machine, with outdated clauses. */
export const plant: LocalizedProduct = {
  ...kiosk,
  id: 'plant',
  name: 'Plant Watch',
  summary: undefined,
  notes: [],
  links: [],
  annex: undefined,
  draft: true,
  codes: [responsible, accountable, support, consulted, informed],
  parties: ['Customer', 'Dealer', 'Provider', 'Site operator'].map((name) => ({
    id: name.toLowerCase().replace(' ', '-'),
    name,
    short: name,
    accountableFor: 1,
  })),
  sections: [
    {
      key: 'watch',
      number: '1',
      title: 'Watching',
      depth: 1,
      activities: [
        {
          id: 'watch-leaves',
          clause: '1.1',
          text: 'Watch the leaves',
          note: undefined,
          cells: [
            { party: 'customer', held: ['R', 'S'] },
            { party: 'dealer', held: ['A'] },
            { party: 'provider', held: [] },
            { party: 'site-operator', held: ['C', 'I'] },
          ],
        },
      ],
    },
  ],
  activityCount: 1,
  standing: {
    state: 'machine',
    prevailing: { language: 'fr', name: 'French', title: 'Plant Watch – Matrice' },
    machineFrame: false,
    staleClauses: ['1.1', '1.2'],
  },
  history: historySample,
};

const noBytes = new Uint8Array();

/** A sober brand. */
export const brand: Brand = {
  id: 'norrvik',
  name: 'Norrvik',
  legal: 'Norrvik Cloud AB, Stockholm',
  logo: undefined,
  logoHeight: 20,
  fonts: {
    heading: familyOf('Serif'),
    body: familyOf('Sans'),
    fallback: [],
    headingFeatures: [],
    numberFeatures: [],
    codeFeatures: ['ss01'],
  },
  type: { body: 9.2, leading: 12.6, title: 30, titleLeading: 33 },
  colour: { ...soberColours, heading: soberColours.ink },
  dark: soberDark,
  rule: { strong: 0.9, fine: 0.35 },
  code: { radius: 0.8 },
  cover: 'rule',
  paper: 'A4',
  footer: undefined,
  workbook: { font: 'Arial', codeFont: 'Consolas' },
  place: { file: 'templates/brands/norrvik/brand.yaml' },
};

function familyOf(name: string): Brand['fonts']['body'] {
  const file = (weight: string) => ({
    name: `${name} ${weight}`,
    path: `${name}-${weight}.ttf`,
    bytes: noBytes,
  });
  return { regular: file('Regular'), semibold: file('SemiBold') };
}
