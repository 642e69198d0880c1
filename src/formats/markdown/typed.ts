/**
 * The one place where a text becomes Markdown (CommonMark, with the tables of GitHub): what was typed is what shows.
 * Braces are escaped too, and percent signs at them: site generators run templates over their pages.
 */
export function typed(text: string): string {
  return text
    .replace(/\r\n?|\n/g, '<br>\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu, '\ufffd')
    .split('<br>\n')
    .map(escapeLine)
    .join('<br>');
}

function escapeLine(line: string): string {
  return line
    .replace(/[ \t]+/g, ' ')
    .replace(/[\\`*_[\]|~{}$#]/g, '\\$&')
    .replace(/(?<=\{)%|%(?=\\\})/g, '\\%')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

/** The beginning of a paragraph or an item, kept from being read as a list, a line, or (by some) a definition. */
export function atStart(markdown: string): string {
  return markdown.replace(/^[-+:]/, '\\$&').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

/** An address in a link; what would end it, or be markup before links are, is percent-encoded. */
export function address(href: string): string {
  return href.replace(/[\u0000-\u0020<>(){}|\\`"^\u007f-\u00a0]/gu, percentEncoded).replace(/&/g, '&amp;');
}

function percentEncoded(character: string): string {
  return [...new TextEncoder().encode(character)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}
