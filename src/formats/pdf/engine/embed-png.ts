import { openPng } from '../../../pictures/png/decode.ts';
import { deflated } from './deflated.ts';

/** A picture as pdfkit paints it. */
type Picture = {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly obj: unknown;
};
type Pdf = { ref(data: object): { end(bytes?: Uint8Array): void } };

/**
 * Puts a PNG into a PDF at once. pdfkit decodes a picture with transparency in the background, and where in the file
 * it then lands differs from run to run. The file was opened when the brand was read: one that does not open is a bug.
 */
export function embedPng(pdf: Pdf, bytes: Uint8Array, label: string): Picture {
  const opened = openPng(bytes);
  if ('fault' in opened) throw new Error(`Picture ${label}: ${opened.fault}.`);
  const { pixels } = opened;
  const { width, height } = pixels;
  const common = {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    BitsPerComponent: 8,
    Filter: 'FlateDecode',
  };
  const embed = (data: object, samples: Uint8Array): unknown => {
    const object = pdf.ref({ ...common, ...data });
    object.end(deflated(samples));
    return object;
  };
  const mask = pixels.alpha ? { SMask: embed({ ColorSpace: 'DeviceGray' }, pixels.alpha) } : {};
  const ColorSpace = pixels.channels === 1 ? 'DeviceGray' : 'DeviceRGB';
  return { label, width, height, obj: embed({ ColorSpace, ...mask }, pixels.colour) };
}
