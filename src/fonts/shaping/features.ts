import type { LookupTable } from './lookups.ts';
import { offsetIn } from './lookups.ts';
import { Refusal } from './refusal.ts';
import type { Script } from './scripts.ts';

/** Lookups of a script's features, by the features' tags. */
export type Features = ReadonlyMap<string, readonly number[]>;

/**
 * The features that a table offers texts of a script, in the language that a font has in mind if it is told none
 * (OpenType specification, "chapter 2", script and feature lists). A script that the font does not know has those of
 * the default script.
 */
export function featuresOf({ bytes }: LookupTable, script: Script): Features {
  const scripts = offsetIn(bytes, 0, 4);
  const list = offsetIn(bytes, 0, 6);
  const found = [script, 'DFLT', 'dflt', 'latn'].map((tag) => recordOf(bytes, scripts, tag));
  const at = found.find((offset) => offset !== undefined);
  if (at === undefined) throw new Refusal('no script that suits');
  const features = new Map<string, readonly number[]>();
  const language = bytes.getUint16(at);
  if (language === 0) return features;
  const first = at + language + 6;
  for (let i = 0; i < bytes.getUint16(at + language + 4); i++) {
    const record = list + 2 + bytes.getUint16(first + i * 2) * 6;
    features.set(tagAt(bytes, record), readFeature(bytes, offsetIn(bytes, list, record + 4)));
  }
  return features;
}

/** Where the first record of a list with this tag points. */
function recordOf(bytes: DataView, list: number, tag: string): number | undefined {
  for (let i = 0; i < bytes.getUint16(list); i++) {
    const record = list + 2 + i * 6;
    if (tagAt(bytes, record) === tag) return offsetIn(bytes, list, record + 4);
  }
  return undefined;
}

function readFeature(bytes: DataView, at: number): readonly number[] {
  const count = bytes.getUint16(at + 2);
  return Array.from({ length: count }, (_, i) => bytes.getUint16(at + 4 + i * 2));
}

function tagAt(bytes: DataView, at: number): string {
  return String.fromCharCode(
    bytes.getUint8(at),
    bytes.getUint8(at + 1),
    bytes.getUint8(at + 2),
    bytes.getUint8(at + 3),
  );
}
