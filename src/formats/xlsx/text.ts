import type { FooterText } from '../../workbook/tree.ts';

/**
 * Text as it must stand in the XML. `_x0041_` would be read as `A` (ECMA-376, ST_Xstring), so its underscore is
 * written as `_x005F_`; characters that XML cannot hold are written in that same way rather than lost.
 */
export function escapeText(text: string): string {
  if (!/[\u0000-\u0008\u000b-\u001f\u007f_\ufffe\uffff]/.test(text)) return text;
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g, codeOf);
}

function codeOf(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/**
 * Whether Excel would take the text for a formula, a number or a date once a user edits the cell and presses Enter.
 * Such cells get the number format 'Text', with which it stays what it is.
 */
export function isMisreadWhenRetyped(text: string): boolean {
  return /^[=+\-@]/.test(text) || /^[0-9][0-9.,/:\- ]*$/.test(text);
}

/**
 * A header or footer section in Excel's own code: size, font and colour first, and `&` doubled. The colour comes
 * last, because it has a fixed length: digits of the text that follow a size would be read as part of it.
 */
export function footerCode(text: FooterText, font: string, colour: string, room: number): string {
  const style = `&8&"${font.replaceAll('"', '')},Regular"&K${colour.replace('#', '')}`;
  let code = style;
  for (const part of text) {
    const piece = typeof part === 'string' ? plainFooter(part) : part.page === 'number' ? '&P' : '&N';
    if (code.length + piece.length > room) break;
    code += piece;
  }
  return code === style ? '' : code;
}

function plainFooter(text: string): string {
  return escapeText(text.replace(/[\r\n\t]+/g, ' ')).replaceAll('&', '&&');
}

/** Text cut to a length that Excel allows in a dialogue. */
export function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
