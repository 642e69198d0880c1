// Who writes workbooks here, each in a process of its own. Peers get the finished cells and load nothing of this program.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const render = 'Annexpress, from cells to bytes';
export const whole = 'Annexpress, from the checked model to proved bytes';
export const stock = 'exceljs as it comes, from cells to bytes';
export const native = 'libxlsxwriter, from cells to bytes';

/** Where the workspace of a comparison lies, and the cells of its workbooks: as JSON, and as orders for write.c. */
export const workspaceIn = (scratch) => join(scratch, 'workspace');
export const cellsIn = (scratch, place) => join(scratch, `cells-${place}.json`);
export const ordersIn = (scratch, place) => join(scratch, `orders-${place}`);

/** libxlsxwriter is no program of node, and takes its turns in libxlsxwriter.mjs. */
export const programs = {
  [render]: async (scratch) => {
    const { artifacts, compose, render: run } = await openWorkbooks(scratch);
    return { task: (place) => compose(artifacts[place]), run };
  },
  [whole]: async (scratch) => {
    const { artifacts, make } = await openWorkbooks(scratch);
    return { task: (place) => artifacts[place], run: make };
  },
  [stock]: async (scratch) => {
    const { exceljsPress } = await import('./exceljs.mjs');
    return { task: (place) => JSON.parse(readFileSync(cellsIn(scratch, place), 'utf8')), run: exceljsPress };
  },
};

async function openWorkbooks(scratch) {
  const { askAsTheCommand, openArtifacts } = await import('../measuring/program.mjs');
  await askAsTheCommand();
  return openArtifacts(workspaceIn(scratch), ['xlsx']);
}
