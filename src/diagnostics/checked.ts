import type { Diagnostic } from './diagnostic.ts';

/** A value together with all that was found on the way; `value` is absent where nothing usable could be made. */
export type Checked<T> = { readonly value: T | undefined; readonly diagnostics: readonly Diagnostic[] };

/** A value that was made, with its findings. */
export function checked<T>(value: T, diagnostics: readonly Diagnostic[] = []): Checked<T> {
  return { value, diagnostics };
}

/** No value, and why. */
export function failed<T>(...diagnostics: readonly Diagnostic[]): Checked<T> {
  return { value: undefined, diagnostics };
}
