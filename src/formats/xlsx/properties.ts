import type { WorkbookDocument } from '../../workbook/tree.ts';
import { declaration, escapeXml } from './xml.ts';

/** The part of the properties that every kind of Office file has (ECMA-376, part 2, CT_CoreProperties). */
export function writeCoreProperties({ properties, language }: WorkbookDocument): string {
  const { title, subject, author, keywords, date } = properties;
  const day = `xsi:type="dcterms:W3CDTF">${escapeXml(date)}T00:00:00Z`;
  return (
    `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:creator>${escapeXml(author)}</dc:creator>` +
    `<dc:title>${escapeXml(title)}</dc:title>` +
    `<dc:subject>${escapeXml(subject)}</dc:subject>` +
    `<dc:language>${escapeXml(language)}</dc:language>` +
    `<cp:keywords>${escapeXml(keywords.join(', '))}</cp:keywords>` +
    `<cp:lastModifiedBy>${escapeXml(author)}</cp:lastModifiedBy>` +
    `<dcterms:created ${day}</dcterms:created>` +
    `<dcterms:modified ${day}</dcterms:modified>` +
    '</cp:coreProperties>'
  );
}

/** The part of the properties that are Excel's own (CT_Properties): whose it is, and the names of its sheets. */
export function writeAppProperties({ properties }: WorkbookDocument, sheets: readonly string[]): string {
  const types = 'http://schemas.openxmlformats.org/officeDocument/2006';
  const titles = sheets.map((name) => `<vt:lpstr>${escapeXml(name)}</vt:lpstr>`).join('');
  return (
    `${declaration}<Properties xmlns="${types}/extended-properties" xmlns:vt="${types}/docPropsVTypes">` +
    '<Application>Microsoft Excel</Application><DocSecurity>0</DocSecurity><ScaleCrop>false</ScaleCrop>' +
    '<HeadingPairs><vt:vector size="2" baseType="variant"><vt:variant><vt:lpstr>Worksheets</vt:lpstr></vt:variant>' +
    `<vt:variant><vt:i4>${sheets.length}</vt:i4></vt:variant></vt:vector></HeadingPairs>` +
    `<TitlesOfParts><vt:vector size="${sheets.length}" baseType="lpstr">${titles}</vt:vector></TitlesOfParts>` +
    `<Company>${escapeXml(properties.author)}</Company><AppVersion>16.0300</AppVersion></Properties>`
  );
}
