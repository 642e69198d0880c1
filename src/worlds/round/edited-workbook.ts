import { zip } from '../../archive/zip.ts';
import { formats } from '../../formats/registry.ts';
import { escapeText } from '../../formats/xlsx/text.ts';
import { everything, planArtifacts } from '../../plan/plan.ts';
import { readWrittenWorkbook } from '../../readers/xlsx/written.ts';
import { unpackZip } from '../../readers/zip.ts';
import { makeArtifact } from '../../runs/building/make.ts';
import { openSources } from '../../runs/opening/open.ts';
import { cellAddress } from '../../workbook/address.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** The texts of a sheet, row by row, the heads first. */
export type Grid = readonly (readonly string[])[];

/** The workbook of a product as a build makes it. */
export async function buildWorkbook(
  workspace: Workspace,
  product: string,
  language: string,
): Promise<Uint8Array> {
  const opened = openSources(workspace);
  const request = { ...everything, products: [product], languages: [language], formats: ['xlsx'] };
  const { make } = planArtifacts(opened.catalogue!, opened.diagnostics, request, formats);
  const made = await makeArtifact(opened, opened.catalogue!, make[0]!);
  return made.value!.bytes;
}

const matrixPart = 'xl/worksheets/sheet2.xml';

/** What the sheet of the matrix shows. */
export function readGrid(bytes: Uint8Array): string[][] {
  const { rows } = readWrittenWorkbook(bytes, 'x.xlsx').value!.sheets[1]!;
  const width = Math.max(...rows.flatMap(({ cells }) => cells.map(({ column }) => column)));
  return rows.map(({ cells }) => {
    const texts = new Map(cells.map(({ column, text }) => [column, text]));
    return Array.from({ length: width }, (_, i) => texts.get(i + 1) ?? '');
  });
}

/** The workbook with other texts in the sheet of its matrix, as a spreadsheet would save it. */
export function withGrid(bytes: Uint8Array, grid: Grid): Uint8Array {
  const rows = grid.map((texts, row) => {
    const cells = texts.map((text, column) => {
      const address = cellAddress(row + 1, column + 1);
      return text === ''
        ? ''
        : `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
    });
    return `<row r="${row + 1}">${cells.join('')}</row>`;
  });
  return withParts(bytes, {
    [matrixPart]: (sheet) =>
      sheet.replace(/<sheetData>.*<\/sheetData>/su, () => `<sheetData>${rows.join('')}</sheetData>`),
  });
}

/** The workbook with the XML of the sheet of its matrix rewritten. */
export function withSheet(bytes: Uint8Array, rewrite: (xml: string) => string): Uint8Array {
  return withParts(bytes, { [matrixPart]: rewrite });
}

/** The workbook with parts of its archive rewritten, or added, by their paths. */
export function withParts(
  bytes: Uint8Array,
  rewrite: Readonly<Record<string, (text: string) => string>>,
): Uint8Array {
  const parts = new Map(
    [...unpackZip(bytes)].map(([path, content]) => [path, new TextDecoder().decode(content)]),
  );
  for (const [path, change] of Object.entries(rewrite)) parts.set(path, change(parts.get(path) ?? ''));
  return zip([...parts].map(([path, text]) => ({ path, text })));
}

function escapeXml(text: string): string {
  return escapeText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
