// What a finished annex says, read with pdf.js, which wrote none of them.
import { getDocumentProxy } from 'unpdf';
import { textsOf } from './content.mjs';

/** Throws where an annex lacks one of the texts that it was to say. Line breaks, hyphens and ligatures are as they come. */
export async function requireTexts(name, content, bytes) {
  const pages = await readPages(bytes);
  const said = squeeze(pages);
  const missing = textsOf(content).filter((text) => !said.includes(squeeze(text)));
  if (missing.length > 0)
    throw new Error(`${name}: ${content.metadata.reference} does not say ${missing.slice(0, 3).join(' | ')}`);
}

/** What a file says of itself in its metadata: `A-3a`, `UA-1`. */
export function claimsOf(bytes) {
  const metadata = Buffer.from(bytes).toString('latin1');
  const value = (name) => metadata.match(new RegExp(`${name}(?:>|=")([^<"]+)`))?.[1];
  const archive = value('pdfaid:part');
  const access = value('pdfuaid:part');
  return [
    ...(archive ? [`A-${archive}${value('pdfaid:conformance').toLowerCase()}`] : []),
    ...(access ? [`UA-${access}`] : []),
  ].join(' ');
}

async function readPages(bytes) {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const texts = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    texts.push(...items.map(({ str }) => str));
  }
  await document.destroy();
  return texts.join('');
}

function squeeze(text) {
  return text.normalize('NFKC').replace(/[\s\u00AD\u2010-]/gu, '');
}
