import { xlsxFormat } from '../formats/xlsx/format.ts';
import type { PackWorkbookBody } from '../workbook/pack.ts';
import type { WorkbookDocument } from '../workbook/tree.ts';

/** Until formats/xlsx/pack is there: the overview alone. */
export function preparePackWorkbook(body: PackWorkbookBody) {
  return {
    painted: body.members.map(() => undefined),
    bind: async (overview: WorkbookDocument) => [(await xlsxFormat.render(overview)).bytes],
  };
}
