import type { Diagnostic } from './diagnostic.ts';

/** A value together with all that was found on the way; `value` is absent where nothing usable could be made. */
export type Checked<T, D = Diagnostic> = {
  readonly value: T | undefined;
  readonly diagnostics: readonly D[];
};

/** A value that was made, with its findings. */
export function checked<T, D = Diagnostic>(value: T, diagnostics: readonly D[] = []): Checked<T, D> {
  return { value, diagnostics };
}

/** No value, and why. */
export function failed<T, D = Diagnostic>(...diagnostics: readonly D[]): Checked<T, D> {
  return { value: undefined, diagnostics };
}
