import { parseXml, XmlElement, type XmlError } from '@rgrove/parse-xml';
import { type Checked, checked, failed } from '../../diagnostics/checked.ts';
import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import type { Place } from '../../diagnostics/place.ts';
import { lineStarts, positionAt } from '../../tables/line.ts';
import type { SourceFile } from '../../workspace/workspace.ts';

/** A file as elements, and the place of each. */
export type Xml = { readonly root: XmlElement; readonly placeOf: (element: XmlElement) => Place };

/** A text of ten thousand activities in XLIFF is a tenth of this. */
const mostBytes = 32 * 1024 * 1024;

/**
 * Reads a file from a translator as XML. Declared entities are refused by the parser, so that none can grow; a file
 * that is too large or nested too deeply is a fault like any other.
 */
export function parseFile(file: SourceFile): Checked<Xml> {
  const { path, bytes } = file;
  if (bytes.length > mostBytes) {
    const size = `${Math.ceil(bytes.length / 1024 / 1024)} MiB, at most ${mostBytes / 1024 / 1024} MiB`;
    return failed(unreadable({ file: path }, `The file is larger than can be read: ${size}.`));
  }
  const text = decode(bytes);
  if (text === undefined) return failed(unreadable({ file: path }, 'The file is neither UTF-8 nor UTF-16.'));
  const starts = lineStarts(text);
  const placeAt = (offset: number): Place => ({ file: path, ...positionAt(text, offset, starts), length: 1 });
  try {
    const { root } = parseXml(text, { includeOffsets: true });
    return checked({ root: root!, placeOf: (element) => placeAt(element.start) });
  } catch (fault) {
    if (fault instanceof RangeError)
      return failed(unreadable({ file: path }, 'Its elements are nested too deeply.'));
    if (!isXmlError(fault)) throw fault;
    const [reason] = fault.message.split('\n');
    return failed(unreadable(placeAt(fault.pos), `This is no XML: ${reason!.replace(/ \(line .*$/, '')}.`));
  }
}

function decode(bytes: Uint8Array): string | undefined {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function unreadable(place: Place, message: string): Diagnostic {
  return error('translated-file', place, message, {
    hints: ['Expected XLIFF 2.0, 2.1 or 1.2, or a CSV file, as annex translate export writes them.'],
  });
}

function isXmlError(fault: unknown): fault is XmlError {
  return fault instanceof Error && 'pos' in fault && 'excerpt' in fault;
}

/** The elements inside an element, each with its name after the colon: tools choose prefixes as they like. */
export function childrenOf(element: XmlElement, ...names: readonly string[]): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => child instanceof XmlElement && names.includes(localName(child)),
  );
}

export function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}
