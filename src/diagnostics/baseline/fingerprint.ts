import { createHash } from 'node:crypto';
import type { LocatedDiagnostic } from '../located.ts';

/**
 * What makes a finding the same one in the next run: its rule, its file, what it touches and what it says. Never where
 * it stands, so that rows may be moved and lines inserted. 32 hexadecimal digits.
 */
export function fingerprint({ rule, place, scope = {}, message }: LocatedDiagnostic): string {
  const { product = '', language = '', brand = '', row = '' } = scope;
  const said = JSON.stringify([rule, place.file, product, language, brand, row, message]);
  return createHash('sha256').update(said).digest('hex').slice(0, 32);
}
