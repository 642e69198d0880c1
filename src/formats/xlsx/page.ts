import type { PrintSetup } from '../../workbook/tree.ts';
import { footerCode } from './text.ts';
import { escapeXml } from './xml.ts';

const PAPER = { A4: 9, Letter: 1 } as const;
const FOOTER_LENGTH = 255;

/** How a sheet is printed: one page wide, on as many pages as it takes (CT_PrintOptions to CT_HeaderFooter). */
export function writePage(print: PrintSetup): string {
  return (
    '<printOptions horizontalCentered="1"/>' +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.35"/>' +
    `<pageSetup paperSize="${PAPER[print.paper]}" orientation="${print.orientation}" fitToWidth="1" fitToHeight="0"/>` +
    `<headerFooter><oddFooter>${escapeXml(writeFooter(print))}</oddFooter></headerFooter>`
  );
}

/** Excel calls a file damaged whose footer has more than 255 characters: the left part gives way. */
function writeFooter({ footer }: PrintSetup): string {
  const right = footerCode(footer.right, footer.font, footer.colour, 100);
  const left = footerCode(footer.left, footer.font, footer.colour, FOOTER_LENGTH - right.length - 4);
  return (left && `&L${left}`) + (right && `&R${right}`);
}
