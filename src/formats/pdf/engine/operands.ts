// What stands behind the whole of a number, by thousandths; nothing behind a whole number.
const fractions = Array.from({ length: 1000 }, (_, thousandths) => String(thousandths / 1000).slice(1));

/** A number in page content: to a thousandth of a point, far below what is seen. */
export function numeral(value: number): string {
  const thousandths = Math.round(value * 1000);
  const size = Math.abs(thousandths);
  const digits = Math.floor(size / 1000) + fractions[size % 1000]!;
  return thousandths < 0 ? `-${digits}` : digits;
}

/** A text as an operand: in ASCII as it stands, anything else as UTF-16 (ISO 32000-1, 7.9.2). */
export function textOperand(text: string): string {
  if (/^[\x20-\x27\x2a-\x5b\x5d-\x7e]*$/u.test(text)) return `(${text})`;
  if (/^[\x20-\x7e]*$/u.test(text)) return `(${text.replace(/[\\()]/gu, '\\$&')})`;
  return `<${Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex')}>`;
}

// What shares of a colour are written as, by their bytes.
const shares = Array.from({ length: 256 }, (_, byte) => numeral(byte / 255));

/** `#1D3F66` as red, green and blue between 0 and 1. */
export function colourOperands(colour: string): string {
  const bytes = Number.parseInt(colour.slice(1), 16);
  return `${shares[bytes >> 16]} ${shares[(bytes >> 8) & 0xff]} ${shares[bytes & 0xff]}`;
}
