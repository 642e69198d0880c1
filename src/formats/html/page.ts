import { createHash } from 'node:crypto';
import { sidesWithoutPages } from '../../document/running.ts';
import type { AnnexDocument, Heading } from '../../document/tree.ts';
import { writeCover, writeItems } from './blocks.ts';
import { writeContents, writeLink } from './contents.ts';
import { Ids } from './ids.ts';
import { writeInlines } from './inline.ts';
import { readLegend } from './legend.ts';
import { type Element, element, type Html } from './node.ts';
import { findNotes } from './notes.ts';
import { type Item, outline, partsIn } from './outline.ts';
import type { Setting } from './setting.ts';
import { styleSheet } from './style-sheet.ts';
import { TypeSheet } from './type-sheet.ts';

/** A page; `body` is what is read on it, without the skip link. */
export type Page = { readonly root: Element; readonly body: readonly Html[] };

/** Writes the annex as one page that asks for nothing from outside, and forbids itself to. */
export function writePage(document: AnnexDocument): Page {
  const cover = document.body[0]?.kind === 'cover' ? document.body[0] : undefined;
  const items = outline(cover ? document.body.slice(1) : document.body);
  const title = cover?.content.find((block) => block.kind === 'heading' && block.level === 1);
  const setting = settingOf(document, items, title as Heading | undefined);
  const skip = writeSkipLink(setting, items);
  const body = [
    ...(cover ? [writeCover(setting, cover, 'header')] : []),
    writeMain(setting, items, title && 'title'),
    ...writeFooter(setting, document),
  ];
  // The style sheet is last to be written: it holds the styles that the body turned out to use.
  const head = writeHead(document, styleSheet(document, setting.types));
  return {
    root: element('html', { lang: document.language }, head, element('body', {}, ...skip, ...body)),
    body,
  };
}

function settingOf(document: AnnexDocument, items: readonly Item[], title: Heading | undefined): Setting {
  const ids = new Ids();
  const notes = findNotes(document.body);
  for (const id of ['title', 'main', ...notes.ids.values()]) ids.give(id, id);
  const parts = partsIn(items).map(
    ({ heading }) => [heading, ids.give(heading.number ?? '', 'part')] as const,
  );
  return {
    look: document.look,
    types: new TypeSheet(document.look),
    legend: readLegend(document.body),
    notes,
    ids,
    headingIds: new Map(title ? [[title, 'title'], ...parts] : parts),
  };
}

/** The first thing a keyboard meets: a way past facts, legend and contents to the first part. */
function writeSkipLink(setting: Setting, items: readonly Item[]): Html[] {
  const first = items.find((item) => item.kind === 'part');
  return first ? [writeLink(setting, first, 'skip')] : [];
}

/** The contents stand before the first part, behind what must be read before. */
function writeMain(setting: Setting, items: readonly Item[], title: string | undefined): Element {
  const first = items.findIndex(({ kind }) => kind === 'part');
  const before = first < 0 ? items : items.slice(0, first);
  return element(
    'main',
    { id: 'main' },
    ...writeItems(setting, before),
    ...writeContents(setting, items, title),
    ...writeItems(setting, items.slice(before.length)),
  );
}

/** The running lines, once; without the numbers of pages, which a screen does not have. */
function writeFooter(setting: Setting, { runningHeader, runningFooter }: AnnexDocument): Html[] {
  const lines = [runningHeader, runningFooter].flatMap((line) => {
    const sides = sidesWithoutPages(line).map((side) => element('span', {}, ...writeInlines(setting, side)));
    return line && sides.length > 0
      ? [element('p', { class: setting.types.text(line.style) }, ...sides)]
      : [];
  });
  return lines.length > 0 ? [element('footer', {}, ...lines)] : [];
}

function writeHead({ metadata }: AnnexDocument, style: string): Element {
  const meta = (name: string, content: string) => element('meta', { name, content });
  return element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policyFor(style) }),
    meta('viewport', 'width=device-width, initial-scale=1'),
    element('title', {}, metadata.title),
    meta('description', metadata.subject),
    meta('author', metadata.author),
    meta('keywords', metadata.keywords.join(', ')),
    meta('dcterms.date', metadata.date),
    meta('dcterms.identifier', metadata.reference),
    meta('color-scheme', 'light dark'),
    // Without it a browser asks the server for an icon.
    element('link', { rel: 'icon', href: 'data:,' }),
    element('style', {}, style),
  );
}

/** Nothing runs and nothing is loaded but this style sheet and the pictures that the page carries. */
function policyFor(style: string): string {
  const digest = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; style-src 'sha256-${digest}'; img-src data:; base-uri 'none'; form-action 'none'`;
}
