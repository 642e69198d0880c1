import type { DocumentFonts, Face } from '../../document/tree.ts';
import { openSfnt } from '../../fonts/sfnt.ts';

const serif =
  'Charter, "Bitstream Charter", "Sitka Text", Cambria, "Source Serif 4", "Noto Serif", Georgia, serif';
const sans =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Source Sans 3", "Noto Sans", "Liberation Sans", sans-serif';

/** Fonts whose capital I has serifs, so that nobody takes the code for a line. */
export const codeFace =
  'ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace';

/**
 * The fonts that stand in for the brand's on a reader's screen: with serifs or without, as the brand's are. A page
 * carries no fonts of its own; they would be ten times its size.
 */
export function facesOf(fonts: DocumentFonts): Readonly<Record<Face, string>> {
  const faceOf = (face: Face) => (hasSerifs(fonts[face][400].bytes) ? serif : sans);
  return { heading: faceOf('heading'), body: faceOf('body') };
}

/** By the font's own classification: PANOSE, digit 2, in its table `OS/2` (2 to 10 are serifs of text faces). */
function hasSerifs(bytes: Uint8Array): boolean {
  const sfnt = openSfnt(bytes);
  const table = 'fault' in sfnt ? undefined : sfnt.tables.get('OS/2');
  if (table === undefined || table.byteLength < 34) return false;
  const [family, serifs] = [table.getUint8(32), table.getUint8(33)];
  return family === 2 && serifs >= 2 && serifs <= 10;
}
