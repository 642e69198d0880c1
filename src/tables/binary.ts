/** Files that people hand in for a CSV, by their first bytes; what each is and how to get a CSV of it. */
const signatures: readonly {
  readonly bytes: readonly number[];
  readonly is: string;
  readonly hint: string;
}[] = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    is: 'an Excel workbook or another zip archive',
    hint: "Open it in the spreadsheet and save it as 'CSV UTF-8'.",
  },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    is: 'an old Excel workbook (.xls)',
    hint: "Open it in the spreadsheet and save it as 'CSV UTF-8'.",
  },
  { bytes: [0x25, 0x50, 0x44, 0x46], is: 'a PDF', hint: 'Use the table that the PDF was made from.' },
  { bytes: [0x1f, 0x8b], is: 'a gzip archive', hint: 'Unpack it first.' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], is: 'a PNG picture', hint: 'Use the table that the picture shows.' },
  { bytes: [0xff, 0xd8, 0xff], is: 'a JPEG picture', hint: 'Use the table that the picture shows.' },
];

/** What a file seems to be that is no text at all, or undefined for text. */
export function recognizeBinary(
  bytes: Uint8Array,
): { readonly is: string; readonly hint: string } | undefined {
  return signatures.find((signature) => signature.bytes.every((byte, i) => bytes[i] === byte));
}
