import type { AnnexFormat, WorkbookFormat } from './format.ts';

/** A format that a build may name; its engine is loaded only when something is rendered. */
export type RegisteredFormat =
  | {
      readonly id: string;
      readonly kind: 'annex';
      readonly extension: string;
      readonly load: () => Promise<AnnexFormat>;
    }
  | {
      readonly id: string;
      readonly kind: 'workbook';
      readonly extension: string;
      readonly load: () => Promise<WorkbookFormat>;
    };

/** All output formats: one line each. */
export const formats: readonly RegisteredFormat[] = [
  {
    id: 'pdf',
    kind: 'annex',
    extension: 'pdf',
    load: async () => (await import('./pdf/format.ts')).pdfFormat,
  },
  {
    id: 'html',
    kind: 'annex',
    extension: 'html',
    load: async () => (await import('./html/format.ts')).htmlFormat,
  },
  {
    id: 'md',
    kind: 'annex',
    extension: 'md',
    load: async () => (await import('./markdown/format.ts')).markdownFormat,
  },
  {
    id: 'xlsx',
    kind: 'workbook',
    extension: 'xlsx',
    load: async () => (await import('./xlsx/format.ts')).xlsxFormat,
  },
];
