import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** What speaks of matrices as they are today, and has no say in what was frozen. */
const ofToday = [
  /^data\/(?:sections|glossary|negations|contracts)\.csv$/,
  /^data\/products\/[^/]+\/(?:matrix\.csv|sections\.csv|translations\/)/,
];

/** Whether a source file has a say in documents that are made from frozen editions: in their words, or in their looks. */
export function reachesFrozen(path: string): boolean {
  return !ofToday.some((pattern) => pattern.test(path));
}

/**
 * Whether a fault that touches a product in a language and a brand keeps its frozen editions from being made there. One
 * of the product itself does where it stands in a frozen file: editions tell of the ones before them.
 */
export function touchesFrozen({ place, scope }: Diagnostic): boolean {
  if (scope?.product === undefined) return reachesFrozen(place.file);
  return /^data\/products\/[^/]+\/editions(?:\/|$)/.test(place.file);
}
