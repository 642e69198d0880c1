import type { AnnexDocument } from '../document/tree.ts';
import type { WorkbookDocument } from '../workbook/tree.ts';

/** An output format: turns a tree into bytes, the same bytes for the same tree. */
export type Format = AnnexFormat | WorkbookFormat;

type Named = {
  /** As in `--format` and in the manifest. */
  readonly id: string;
  /** Of the file name, without the dot. */
  readonly extension: string;
  readonly mediaType: string;
};

export type AnnexFormat = Named & {
  readonly kind: 'annex';
  readonly render: (document: AnnexDocument) => Promise<Rendered>;
};

export type WorkbookFormat = Named & {
  readonly kind: 'workbook';
  readonly render: (workbook: WorkbookDocument) => Promise<Rendered>;
};

/** The bytes, and every text in the order it was painted, for the proof. */
export type Rendered = { readonly bytes: Uint8Array; readonly painted: readonly string[] };
