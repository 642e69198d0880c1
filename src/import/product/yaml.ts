import type { CodeConfig } from '../../catalogue/codes.ts';
import { yamlText } from '../../scaffold/yaml-text.ts';
import type { ImportedCodes } from './codes.ts';
import type { ImportedParty } from './parties.ts';

/** What a product says of itself in product.yaml; what is undefined there is the workspace's. */
export type ProductHead = {
  readonly name: string;
  readonly edition: string;
  readonly updated: string;
  /** Whether `updated` is the page's own, and not a day that somebody has to set. */
  readonly isDated: boolean;
  readonly language: string | undefined;
  readonly languages: readonly string[] | undefined;
  readonly parties: readonly ImportedParty[] | undefined;
  readonly codes: ImportedCodes['set'] | undefined;
};

/** product.yaml of an imported product. */
export function writeProductYaml(head: ProductHead): string {
  const { name, edition, updated, isDated, language, languages, parties, codes } = head;
  const lines = [
    '# What the annex and the workbook say beside the matrix.',
    `name: ${yamlText(name)}`,
    `edition: '${edition}'`,
    isDated ? '# The day that the page names.' : '# The day from which this edition is in effect: set it.',
    `updated: ${updated}`,
    '# The stem of the reference printed on the annex.',
    '# reference: EMP-RM',
    '# summary: A sentence or two on what the product is.',
  ];
  if (language !== undefined) {
    lines.push('# The language that the matrix is written in; its text prevails.', `language: ${language}`);
  }
  if (languages !== undefined) {
    lines.push('# The languages it is built in.', `languages: [${languages.join(', ')}]`);
  }
  if (parties !== undefined) {
    lines.push('# The parties, in the order of their columns.', ...writeParties(parties));
  }
  if (codes !== undefined) lines.push('# What a cell of the matrix may hold.', ...writeCodes(codes));
  return `${lines.join('\n')}\n`;
}

/** What a workspace that begins with an import says of itself. */
export type WorkspaceHead = {
  readonly language: string;
  /** Undefined where the products name their own. */
  readonly parties: readonly ImportedParty[] | undefined;
  readonly codes: ImportedCodes['set'];
};

/** annex.yaml of a workspace that begins with an import. */
export function writeAnnexYaml({ language, parties, codes }: WorkspaceHead): string {
  const lines = [
    '# What this workspace builds: every product of data/products, in every language and format named here.',
    'format: 1',
    '',
    '# The language in which the matrices, the sections and the names are written; its text prevails.',
    `language: ${language}`,
    '# A page in another language adds that: annex import PAGE --product ID --language TAG --into WORKSPACE',
    `languages: [${language}]`,
    '',
    ...(parties === undefined
      ? []
      : [
          '# The parties, in the order of their columns; an id is the head of its column in each matrix.csv.',
          ...writeParties(parties.map((party) => ({ ...party, isNamedSo: false }))),
          '',
        ]),
    '# What a cell of a matrix may hold: RACI, RASCI, RACI-VS, or codes of your own.',
    ...writeCodes(codes),
    '',
    '# The name, colours and fonts that the documents wear. To make your own: annex new brand acme.',
    'brand: neutral',
    '',
    '# An annex as PDF, a workbook as xlsx.',
    'formats: [pdf, xlsx]',
  ];
  return `${lines.join('\n')}\n`;
}

/** A party that the workspace calls by the same name need not be named again. */
function writeParties(parties: readonly ImportedParty[]): string[] {
  return ['parties:', ...parties.map((party) => `  - { ${writeParty(party)} }`)];
}

function writeParty({ id, name, label, isNamedSo }: ImportedParty): string {
  const keys = isNamedSo
    ? []
    : [`name: ${yamlText(name)}`, ...(label === undefined ? [] : [`short: ${writeLabel(label)}`])];
  return [`id: ${id}`, ...keys].join(', ');
}

/** Soft hyphens are written so that they can be seen. */
function writeLabel(label: string): string {
  return JSON.stringify(label).replaceAll('\u00ad', '\\u00AD');
}

function writeCodes(codes: ImportedCodes['set']): string[] {
  if (typeof codes === 'string') return [`codes: ${codes}`];
  return ['codes:', ...codes.map((code) => `  - { ${writeCode(code)} }`)];
}

function writeCode({ sign, name, meaning }: CodeConfig): string {
  const keys = [
    ['sign', sign],
    ['name', name],
    ['meaning', meaning],
  ] as const;
  return keys.flatMap(([key, text]) => (text === undefined ? [] : [`${key}: ${yamlText(text)}`])).join(', ');
}
