import type { AnnexDocument } from '../../../document/tree.ts';
import type { Definition } from '../definition.ts';
import { layBlocks } from './blocks.ts';
import { layFooter, layHeader } from './furniture.ts';
import { spaced } from './laid.ts';
import { allFaces, openSetting, type PageNumbers } from './setting.ts';

/**
 * Lays an annex out: which text stands where across, in which type, and what must stay together down the pages. `pages` are those
 * that page numbers of a pack's contents cite.
 */
export function layOut(document: AnnexDocument, pages?: PageNumbers): Definition {
  const setting = openSetting(document, pages);
  const { page, look, metadata } = document;
  const width = page.width - page.margin.left - page.margin.right;
  const fonts = [...allFaces(document), ...look.fonts.fallback];
  const flow = spaced(layBlocks(setting, document.body, { width, hang: page.hang, bookmarks: true }));
  return {
    page: { width: page.width, height: page.height, margin: page.margin },
    language: document.language,
    information: {
      title: metadata.title,
      subject: metadata.subject,
      author: metadata.author,
      keywords: metadata.keywords.join(', '),
      // Noon keeps the day the same wherever a reader's clock stands.
      date: new Date(`${metadata.date}T12:00:00Z`),
    },
    fonts: new Map(fonts.map((font) => [font.name, font.bytes])),
    standIns: setting.standIns,
    images: setting.images,
    flow,
    header: (folio) => layHeader(setting, document, folio),
    footer: (folio) => layFooter(setting, document, folio),
  };
}
