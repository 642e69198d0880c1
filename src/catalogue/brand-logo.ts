import { error } from '../diagnostics/diagnostic.ts';
import { openPicture, type PictureMedia } from '../pictures/picture.ts';
import type { BrandFolder } from './brand-folder.ts';
import type { Logo } from './model.ts';

// Points: the name of the brand and the label of the annex stand in the same line.
const widest = 240;

/** Reads the logo of a brand, where it has one, and opens it as the formats will. */
export function readLogo(folder: BrandFolder): Logo | undefined {
  const { logo: path, logoHeight } = folder.yaml.value;
  if (path === undefined) return undefined;
  const place = folder.yaml.placeOf(['logo']);
  const bytes = folder.readFile(path, { what: 'logo', place });
  if (bytes === undefined) return undefined;
  const media: PictureMedia = path.toLowerCase().endsWith('.png') ? 'image/png' : 'image/svg+xml';
  const opened = openPicture(media, bytes);
  if ('fault' in opened) {
    folder.report(
      error('brand-logo', place, `The logo '${path}' cannot be used: ${opened.fault}.`, {
        hints: ['Export it as a plain SVG of filled paths, or as a PNG.'],
      }),
    );
    return undefined;
  }
  const width = Math.round((logoHeight * opened.size.width) / opened.size.height);
  if (width > widest) {
    folder.report(
      error(
        'brand-logo',
        place,
        `The logo '${path}' is ${width} points wide at its height of ${logoHeight}; there is room for ${widest}.`,
        { hints: ['Cut off the white around it, or lower `logoHeight`.'] },
      ),
    );
    return undefined;
  }
  return { path, media, bytes };
}
