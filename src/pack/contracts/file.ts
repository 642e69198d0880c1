/** A table of contracts, which can be read more than once and is never held as a whole. */
export type ContractsFile = {
  /** What findings call it. */
  readonly path: string;
  readonly chunks: () => Iterable<Uint8Array>;
};
