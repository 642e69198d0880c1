import { sidesWithoutPages } from '../../document/running.ts';
import type { AnnexDocument } from '../../document/tree.ts';
import type { AnnexFormat, Rendered } from '../format.ts';
import { writeBlocks } from './blocks.ts';
import { writeFrontMatter } from './front-matter.ts';
import { writeInlines } from './inline.ts';
import { paintedTexts } from './painted.ts';
import { atStart } from './typed.ts';

/** The annex as a text for documentation sites: CommonMark with GitHub's tables. */
export const markdownFormat: AnnexFormat = {
  kind: 'annex',
  id: 'md',
  extension: 'md',
  mediaType: 'text/markdown; charset=utf-8',
  render,
};

async function render(document: AnnexDocument): Promise<Rendered> {
  const footer = sidesWithoutPages(document.runningFooter).map((side) => atStart(writeInlines(side)));
  const texts = [writeFrontMatter(document), ...writeBlocks(document.body), ...footer];
  const markdown = `${texts.join('\n\n')}\n`;
  return { bytes: new TextEncoder().encode(markdown), painted: paintedTexts(markdown) };
}
