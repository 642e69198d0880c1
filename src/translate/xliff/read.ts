import { type Checked, checked, failed } from '../../diagnostics/checked.ts';
import { error } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../workspace/workspace.ts';
import type { ReturnedFile } from '../returned.ts';
import { localName, parseFile } from './parse.ts';
import { readVersion1 } from './version-1.ts';
import { readVersion2 } from './version-2.ts';

/** Reads an XLIFF file: 2.0 and 2.1, and 1.2 as some tools give it back. */
export function readXliff(file: SourceFile): Checked<ReturnedFile> {
  const { value: xml, diagnostics } = parseFile(file);
  if (xml === undefined) return failed(...diagnostics);
  const { root } = xml;
  const version = localName(root) === 'xliff' ? (root.attributes.version ?? '') : undefined;
  if (version !== undefined && /^2\./.test(version)) return checked(readVersion2(xml));
  if (version !== undefined && /^1\.[12]$/.test(version)) return checked(readVersion1(xml));
  const found =
    version === undefined ? `Its outermost element is <${root.name}>` : `Its version is '${version}'`;
  return failed(
    error('translated-file', xml.placeOf(root), `${found}; expected XLIFF 2.0, 2.1 or 1.2.`, {
      hints: ['Ask the translator for the file in the format in which it was sent.'],
    }),
  );
}
