import type { Brand } from '../catalogue/model.ts';
import { type AnnexTemplates, loadAnnexTemplates } from '../compose/annex/compose.ts';
import { loadWorkbookTemplates, type WorkbookTemplates } from '../compose/workbook/compose.ts';
import { openFont } from '../fonts/font.ts';
import { memoryWorkspace } from '../workspace/memory.ts';

/** What many artifacts are made with: checked templates, and brands on the paper that the workspace asks for. */
export type Workshop = {
  readonly annexTemplates: AnnexTemplates | undefined;
  readonly workbookTemplates: WorkbookTemplates | undefined;
  readonly brands: ReadonlyMap<string, Brand>;
};

/** What a workshop is set up from: plain values, which a worker in another thread can be given. */
export type Tools = {
  /** Every template and partial by path; those that ship with the program among them. */
  readonly templates: Readonly<Record<string, Uint8Array>>;
  /** The words of the reference language, by id. */
  readonly words: ReadonlyMap<string, string>;
  readonly brands: ReadonlyMap<string, Brand>;
};

/** Sets a workshop up: its templates are parsed and checked once, however many artifacts are made. */
export function setUpWorkshop({ templates, words, brands }: Tools): Workshop {
  const source = memoryWorkspace(templates);
  return {
    annexTemplates: loadAnnexTemplates(source, words).value,
    workbookTemplates: loadWorkbookTemplates(source, words).value,
    brands,
  };
}

const glyphs = new WeakMap<Brand, (codePoint: number) => boolean>();

/** Whether a brand's body font has a character: typography prefers some that not every font has. */
export function bodyGlyphs(brand: Brand): (codePoint: number) => boolean {
  const known = glyphs.get(brand);
  if (known !== undefined) return known;
  const opened = openFont(brand.fonts.body.regular.bytes);
  const hasGlyph = 'font' in opened ? opened.font.hasGlyph : () => false;
  glyphs.set(brand, hasGlyph);
  return hasGlyph;
}
