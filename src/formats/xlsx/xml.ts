/** The first line of every part. */
export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The names of the two vocabularies that most parts are written in. */
export const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A text as it may stand anywhere in XML, an attribute included. What XML cannot hold is left out. */
export function escapeXml(text: string): string {
  return text.replace(
    /[&<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g,
    (character) => entities[character] ?? '',
  );
}

/** A text of allowed characters between tags, where quotes are quotes: an edition that is carried is full of them. */
export function escapeContent(text: string): string {
  return /[&<>]/.test(text) ? text.replace(/[&<>]/g, (character) => entities[character]!) : text;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
