/**
 * The Windows code pages that spreadsheets in Europe still write, as the characters of bytes 0x80 to 0xFF.
 * They are kept here, not asked of TextDecoder: edits have to encode as well, and some releases of Node decode
 * Windows-1252 as Latin-1. U+FFFD stands where a code page has no character.
 */
export type CodePage = 'windows-1250' | 'windows-1251' | 'windows-1252' | 'windows-1253';

const upperHalves: Readonly<Record<CodePage, string>> = {
  'windows-1250':
    '€\uFFFD‚\uFFFD„…†‡\uFFFD‰Š‹ŚŤŽŹ\uFFFD‘’“”•–—\uFFFD™š›śťžź' +
    '\u00A0ˇ˘Ł¤Ą¦§¨©Ş«¬\u00AD®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż' +
    'ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß' +
    'ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙',
  'windows-1251':
    'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\uFFFD™љ›њќћџ' +
    '\u00A0ЎўЈ¤Ґ¦§Ё©Є«¬\u00AD®Ї°±Ііґµ¶·ё№є»јЅѕї' +
    'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ' +
    'абвгдежзийклмнопрстуфхцчшщъыьэюя',
  'windows-1252':
    '€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ' +
    '\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»¼½¾¿' +
    'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß' +
    'àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
  'windows-1253':
    '€\uFFFD‚ƒ„…†‡\uFFFD‰\uFFFD‹\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD‘’“”•–—\uFFFD™\uFFFD›\uFFFD\uFFFD\uFFFD\uFFFD' +
    '\u00A0΅Ά£¤¥¦§¨©\uFFFD«¬\u00AD®―°±²³΄µ¶·ΈΉΊ»Ό½ΎΏ' +
    'ΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ\uFFFDΣΤΥΦΧΨΩΪΫάέήί' +
    'ΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ\uFFFD',
};

const undefinedCharacter = '\uFFFD';

/** Bytes of a code page as text; bytes without a character become U+FFFD. */
export function decodeCodePage(bytes: Uint8Array, page: CodePage): string {
  const upper = upperHalves[page];
  let text = '';
  let from = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! < 0x80) continue;
    text += asciiText(bytes, from, at) + upper[bytes[at]! - 0x80]!;
    from = at + 1;
  }
  return text + asciiText(bytes, from, bytes.length);
}

/** Text as bytes of a code page, or the first character that it does not have. */
export function encodeCodePage(text: string, page: CodePage): { bytes: Uint8Array } | { missing: string } {
  const bytes: number[] = [];
  for (const character of text) {
    const byte = byteOf(character, page);
    if (byte === undefined) return { missing: character };
    bytes.push(byte);
  }
  return { bytes: Uint8Array.from(bytes) };
}

/** The byte of one character in a code page, or undefined where it has none. */
export function byteOf(character: string, page: CodePage): number | undefined {
  const code = character.codePointAt(0)!;
  if (code < 0x80) return code;
  if (character === undefinedCharacter) return undefined;
  const index = upperHalves[page].indexOf(character);
  return index < 0 ? undefined : index + 0x80;
}

function asciiText(bytes: Uint8Array, from: number, to: number): string {
  return from === to ? '' : Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
}
