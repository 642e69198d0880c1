import { createHash } from 'node:crypto';
import { error } from '../diagnostics/diagnostic.ts';
import { openFont } from '../fonts/font.ts';
import type { BrandFolder } from './brand-folder.ts';
import type { BrandFonts, FontFamily, FontFile } from './model.ts';

/** Reads the fonts of a brand; undefined where a face has none that can be used. */
export function readFonts(folder: BrandFolder): BrandFonts | undefined {
  const { headingFeatures, numberFeatures, codeFeatures, fallback } = folder.yaml.value.fonts;
  const heading = readFamily(folder, 'heading');
  const body = readFamily(folder, 'body');
  const standIns = fallback.map((path, i) => readFont(folder, path, ['fonts', 'fallback', i]));
  if (heading === undefined || body === undefined) return undefined;
  return {
    heading,
    body,
    fallback: standIns.filter((font) => font !== undefined),
    headingFeatures,
    numberFeatures,
    codeFeatures,
  };
}

function readFamily(folder: BrandFolder, face: 'heading' | 'body'): FontFamily | undefined {
  const paths = folder.yaml.value.fonts[face];
  const regular = readFont(folder, paths.regular, ['fonts', face, 'regular']);
  const semibold = readFont(folder, paths.semibold, ['fonts', face, 'semibold']);
  return regular && semibold && { regular, semibold };
}

function readFont(
  folder: BrandFolder,
  path: string,
  key: readonly (string | number)[],
): FontFile | undefined {
  const place = folder.yaml.placeOf(key);
  const bytes = folder.readFile(path, { what: 'font', place });
  if (bytes === undefined) return undefined;
  const font = openFont(bytes);
  if ('fault' in font) {
    folder.report(
      error('brand-font', place, `The font file '${path}' cannot be used: ${font.fault}.`, {
        hints: ['A brand needs static TrueType files (.ttf).'],
      }),
    );
    return undefined;
  }
  return { name: nameFont(path, bytes), path, bytes };
}

/** A name that no other content shares, so that caches and documents may know a font by it. */
function nameFont(path: string, bytes: Uint8Array): string {
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  return `${stem}-${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}`;
}
