/**
 * In which parts of a fraction characters stand, as bits of the features that are on there: figures around a fraction
 * slash.
 */
export function fractionPartsOf(codePoints: readonly number[]): readonly number[] {
  const parts = new Array<number>(codePoints.length).fill(0);
  for (let slash = codePoints.indexOf(fractionSlash); slash !== -1; ) {
    for (let i = slash - 1; isDigit(codePoints[i]); i--) parts[i]! |= whole | numerator;
    let end = slash + 1;
    for (; isDigit(codePoints[end]); end++) parts[end]! |= whole | denominator;
    parts[slash]! |= whole;
    slash = codePoints.indexOf(fractionSlash, end);
  }
  return parts;
}

const whole = 1;
const numerator = 2;
const denominator = 4;

/** The features that are on in parts of fractions and nowhere else. */
export const fractionFeatures: ReadonlyMap<string, number> = new Map([
  ['frac', whole],
  ['numr', numerator],
  ['dnom', denominator],
]);

const fractionSlash = 0x2044;

function isDigit(codePoint: number | undefined): boolean {
  return codePoint !== undefined && codePoint >= 0x30 && codePoint <= 0x39;
}
