/** What a build was asked for. Empty lists mean: all. */
export type Request = {
  readonly products: readonly string[];
  readonly languages: readonly string[];
  readonly formats: readonly string[];
  /** Overrides the products' own brand. */
  readonly brands: readonly string[];
};

/** One file that will be made. */
export type PlannedArtifact = {
  /** Relative to the output folder, forward slashes. */
  readonly path: string;
  readonly kind: 'annex' | 'workbook';
  readonly format: string;
  readonly product: string;
  readonly language: string;
  readonly edition: string;
  readonly brand: string;
  readonly draft: boolean;
};
