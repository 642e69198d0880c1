const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

// What XML 1.0 cannot hold (2.2), and marks that would turn the reading direction of a report.
const unprintable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text as it may stand in XML and in HTML, in an element or between double quotes. Data is shown, never obeyed. */
export function escapeMarkup(text: string): string {
  return text.replace(unprintable, '\ufffd').replace(/[&<>"]/g, (sign) => entities[sign]!);
}
