import { byteOf, type CodePage } from './codepages.ts';

/** Text that was UTF-8 and was read as a code page before it was saved: `Ã©` for `é`. */
export type Mojibake = { readonly offset: number; readonly found: string; readonly meant: string };

const beyondAscii = /[^\x00-\x7F]{2,}/g;

/** What such an accident is seen to yield: letters of Europe and punctuation, so that a lone `ß“` is left alone. */
const plausible = /^[\u00A0-\u017F\u0218-\u021B\u0386-\u03CE\u0400-\u045F\u2010-\u203A\u20AC\u2122\uFEFF]+$/;

/** Every run of characters that, taken as bytes of a Windows code page, is valid UTF-8 of plausible text. */
export function findMojibake(text: string): Mojibake[] {
  const found: Mojibake[] = [];
  for (const run of text.matchAll(beyondAscii)) {
    const meant = reread(run[0], 'windows-1252') ?? reread(run[0], 'windows-1250');
    if (meant !== undefined) found.push({ offset: run.index, found: run[0], meant });
  }
  return found;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function reread(run: string, page: CodePage): string | undefined {
  const bytes: number[] = [];
  for (const character of run) {
    const byte = byteOf(character, page) ?? controlByte(character);
    if (byte === undefined) return undefined;
    bytes.push(byte);
  }
  try {
    const text = utf8.decode(Uint8Array.from(bytes));
    return plausible.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

/** Programs read a byte that the code page leaves undefined as the control character of the same number. */
function controlByte(character: string): number | undefined {
  const code = character.codePointAt(0)!;
  return code >= 0x80 && code <= 0x9f ? code : undefined;
}
