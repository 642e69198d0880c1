/** What is wrong with bytes that are no valid UTF-8. */
export type Utf8Survey = {
  /** Offsets of bytes that no character of UTF-8 begins or goes on with. */
  readonly invalid: readonly number[];
  /** Characters of two bytes and more that are valid. */
  readonly multibyte: number;
};

const fatal = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of valid UTF-8, or undefined. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return fatal.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Walks over bytes that are no valid UTF-8 and finds where they fail. */
export function surveyUtf8(bytes: Uint8Array): Utf8Survey {
  const invalid: number[] = [];
  let multibyte = 0;
  let at = 0;
  while (at < bytes.length) {
    const length = characterLength(bytes, at);
    if (length === 0) invalid.push(at);
    if (length > 1) multibyte++;
    at += Math.max(length, 1);
  }
  return { invalid, multibyte };
}

/** The length of the character that begins here, by table 3-7 of the Unicode Standard; 0 where none does. */
function characterLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : (lead & 0xf0) === 0xe0 ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  if (length === 0) return 0;
  for (let i = 1; i < length; i++) {
    if (!isContinuation(bytes[at + i])) return 0;
  }
  return isShortest(lead, bytes[at + 1]!) ? length : 0;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

/** Rules out longer spellings than needed, surrogates, and characters beyond U+10FFFF. */
function isShortest(lead: number, second: number): boolean {
  if (lead === 0xe0) return second >= 0xa0;
  if (lead === 0xed) return second <= 0x9f;
  if (lead === 0xf0) return second >= 0x90;
  if (lead === 0xf4) return second <= 0x8f;
  return true;
}
