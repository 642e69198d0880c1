/** What a program reads that was written by others, and follows the structure tree. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect } from 'vitest';
import type { AnnexDocument, Inline } from '../../document/tree.ts';
import { itWith, runProgram } from '../../worlds/programs.ts';
import { activities, annex, sampleAnnex } from '../fixture/annex.ts';
import { livelyLook } from '../fixture/looks.ts';
import { heading, matrix, paragraph, section, text } from '../fixture/pieces.ts';
import { pdfFormat } from './format.ts';

const folder = mkdtempSync(join(tmpdir(), 'annex-reading-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Reading = { readonly structure: string; readonly painted: readonly string[] };

async function read(document: AnnexDocument): Promise<Reading> {
  const path = join(folder, 'annex.pdf');
  const { bytes, painted } = await pdfFormat.render(document);
  writeFileSync(path, bytes);
  return { structure: runProgram('pdfinfo', ['-struct-text', path]), painted };
}

/** The texts of a structure tree, without the white between them. */
function textOf(structure: string): string {
  return [...structure.matchAll(/^ *"(.*)"$/gmu)]
    .map(([, said]) => said)
    .join('')
    .replace(/\s/gu, '');
}

describe('a reader of the structure tree', () => {
  itWith('pdfinfo', 'reads what was painted, in its order, and nothing twice', async () => {
    const link: Inline = { kind: 'link', href: 'https://a.example', content: [text('a link')], style: {} };
    const document = annex([
      section([heading(1, '1', 'One'), paragraph([text('See '), link, text(', then go on.')])]),
      matrix('1.1', 'Leaf', ['A', 'B'], activities(45)),
    ]);
    for (const each of [sampleAnnex(), sampleAnnex({ look: livelyLook }), document]) {
      const { structure, painted } = await read(each);
      expect(textOf(structure)).toBe(painted.join('').replace(/\s/gu, ''));
    }
  });

  itWith('pdfinfo', 'finds each activity once, in a row with its codes', async () => {
    const rows = activities(45);
    const { structure } = await read(annex([matrix('1.1', 'Leaf', ['A', 'B'], rows)]));
    for (const [i, [activity]] of rows.entries()) {
      expect(structure.split(`"${activity}"`)).toHaveLength(2);
      expect(structure.split(`"1.1.${i + 1}"`)).toHaveLength(2);
    }
    const [, second] = structure.split(/^ *TR\n/gmu).slice(1);
    expect(second!.replace(/^ *\/.*\n/gmu, '').match(/T[DH]|".*"/gu)).toEqual([
      'TD',
      '"1.1.1"',
      'TD',
      `"${rows[0]![0]}"`,
      'TD',
      '"R A"',
      'TD',
      '"–"',
    ]);
  });

  itWith('pdfinfo', 'finds the heads of columns and rows', async () => {
    const { structure } = await read(annex([matrix('1.1', 'Leaf', ['Customer', 'Provider'], activities(3))]));
    expect(structure).toMatch(/TH <t1r1c3>:\n +\/Scope \/Column\n +"Customer"/u);
    expect(structure).toMatch(/TD:\n +\/Headers \[\(t1r1c3\)\]\n +"R A"/u);
  });

  itWith('qpdf', 'finds no fault in the file', async () => {
    const path = join(folder, 'whole.pdf');
    writeFileSync(path, (await pdfFormat.render(sampleAnnex())).bytes);
    expect(runProgram('qpdf', ['--check', path])).toContain('No syntax or stream encoding errors found');
  });
});
