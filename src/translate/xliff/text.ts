/**
 * Text as XLIFF writes it. XML holds no control characters but tab, line feed and carriage return; XLIFF has an
 * element for the others (2.1, 4.2.3.1 `cp`). Notes and attributes have no elements, and show a sign in their place.
 */

// What XML 1.0 (2.2 Characters) leaves out: C0 controls, lone surrogates and two noncharacters.
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  // `]]>` may not stand in text; the sign is escaped everywhere.
  '>': '&gt;',
  '"': '&quot;',
  // Written as it is, it would be read as a line feed (XML 1.0, 2.11).
  '\r': '&#13;',
};

/** The content of `source` and `target`. */
export function inlineText(text: string): string {
  return escapeSigns(text, /[&<>\r]/g).replace(notXml, codePoint);
}

/** The content of a note. */
export function plainText(text: string): string {
  return escapeSigns(text.replace(notXml, '\ufffd'), /[&<>\r]/g);
}

/** The value of an attribute, in which a line break would be read as a space. */
export function attributeText(text: string): string {
  return escapeSigns(text.replace(notXml, '\ufffd'), /[&<>"\r]/g).replace(/[\t\n]/g, ' ');
}

function escapeSigns(text: string, unsafe: RegExp): string {
  return text.replace(unsafe, (character) => escapes[character]!);
}

function codePoint(character: string): string {
  return `<cp hex="${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}"/>`;
}
