import { deflated } from './deflated.ts';
import type { PdfObject } from './pdfmake.ts';

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
