import { deflateSync } from 'node:zlib';
import type { PdfObject } from './pdfmake.ts';

// Half the time of zlib's own choice, for an eighth more bytes; a larger table of what was seen makes up for some of it.
// The room for what comes out is asked for in small pieces: most streams fill one, and the memory of large ones is dear.
const settings = { level: 1, memLevel: 9, chunkSize: 4096 };

/** The content of a stream as it stands in the file (ISO 32000-1, 7.4.4). */
export function deflated(content: Uint8Array): Buffer {
  return deflateSync(content, settings);
}

/** The same for what is kept and stands in many files: it is made as small as it gets. */
export function deflatedWell(content: Uint8Array): Buffer {
  return deflateSync(content, { level: 9 });
}

/** Lets an object of pdfkit's deflate its stream as the rest of the file does; pdfkit has no setting for that. */
export function deflating<Some extends PdfObject>(object: Some): Some {
  const { finalize } = object;
  object.finalize = () => {
    if (object.compress && object.buffer.length > 0) {
      object.buffer = [deflated(Buffer.concat(object.buffer))];
      object.compress = false;
    }
    finalize.call(object);
  };
  return object;
}
