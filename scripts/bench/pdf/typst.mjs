// Typst in this process, warm: one compiler keeps fonts, template and what it remembers; only the content is handed in anew.
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFonts } from './fonts.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** How many documents Typst may remember things of: as its own watcher does, so that its memory stays bounded. */
const remembered = 10;

/** Sets tagged annexes, or `pack.typ`; `standard` is one of Typst's names, such as `a-3a` or `ua-1`. */
export function typstPress(standard, template = 'annex.typ') {
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: readFonts() }] });
  return (content) => {
    compiler.mapShadow(`${folder}content.json`, Buffer.from(JSON.stringify(content)));
    const { result, ...compiled } = compiler.compile({ mainFilePath: `${folder}${template}` });
    const bytes = compiler.pdf(result ?? compiled.takeError(), {
      pdfTags: true,
      ...(standard && { pdfStandard: standard }),
      creationTimestamp: Math.floor(Date.parse((content.metadata ?? content).date) / 1000),
    });
    compiler.evictCache(remembered);
    return bytes;
  };
}
