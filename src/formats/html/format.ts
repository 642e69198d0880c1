import type { AnnexDocument } from '../../document/tree.ts';
import type { AnnexFormat, Rendered } from '../format.ts';
import { writeHtml } from './node.ts';
import { writePage } from './page.ts';
import { paintedTexts } from './painted.ts';

/** The annex as one web page that carries all it needs. */
export const htmlFormat: AnnexFormat = {
  kind: 'annex',
  id: 'html',
  extension: 'html',
  mediaType: 'text/html; charset=utf-8',
  render,
};

async function render(document: AnnexDocument): Promise<Rendered> {
  const { root, body } = writePage(document);
  const bytes = new TextEncoder().encode(`<!DOCTYPE html>\n${writeHtml(root)}`);
  return { bytes, painted: paintedTexts(body) };
}
