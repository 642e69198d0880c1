// Who sets annexes here, each in a process of its own. Peers get the finished texts as JSON and load nothing of this program.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ours = 'Annexpress, tagged, A-3a and UA-1, with the files';
export const tagged = 'Typst, tagged';
export const archival = 'Typst, tagged, A-3a, with the files';
export const stock = 'pdfmake as it comes, no tags';

/** Where the workspace of a comparison lies, and what its annexes say. */
export const workspaceIn = (scratch) => join(scratch, 'workspace');
export const contentIn = (scratch, place) => join(scratch, `content-${place}.json`);

export const programs = {
  [ours]: async (scratch) => {
    const { askAsTheCommand, openArtifacts } = await import('../measuring/program.mjs');
    await askAsTheCommand();
    const { artifacts, make } = await openArtifacts(workspaceIn(scratch), ['pdf']);
    return { task: (place) => artifacts[place], run: make };
  },
  [tagged]: async (scratch) => {
    const { typstPress } = await import('./typst.mjs');
    return { task: (place) => ({ ...readContent(scratch, place), attachments: [] }), run: typstPress() };
  },
  [archival]: async (scratch) => {
    const { typstPress } = await import('./typst.mjs');
    return { task: (place) => readContent(scratch, place), run: typstPress('a-3a') };
  },
  [stock]: async (scratch) => {
    const { pdfmakePress } = await import('./pdfmake.mjs');
    return { task: (place) => readContent(scratch, place), run: pdfmakePress };
  },
};

function readContent(scratch, place) {
  return JSON.parse(readFileSync(contentIn(scratch, place), 'utf8'));
}
