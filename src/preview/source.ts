import type { Form, Told } from './told.ts';

/** A document that a preview is asked for. */
export type Wanted = { readonly product: string; readonly language: string; readonly form: Form };

/** A document as it was made last. */
export type Made = {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** SHA-256 of the bytes, in hex: a document that is made again and comes out the same has the same. */
  readonly digest: string;
  /** The end of the path at which a build publishes it. */
  readonly name: string;
};

/** A document, and whether it is of an earlier state because errors keep the present one from being made. */
export type Shown = { readonly made: Made; readonly kept: boolean };

/** Where a preview takes what it shows from. */
export type PreviewSource = {
  readonly told: () => Told;
  /** The document as the sources are now, or as it was when it could last be made; undefined where it never could. */
  readonly show: (wanted: Wanted) => Promise<Shown | undefined>;
  /** Calls back after every change, until the function that comes back is called. */
  readonly listen: (listener: () => void) => () => void;
};
