import { type Checked, checked, failed } from '../../diagnostics/checked.ts';
import { error } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../workspace.ts';
import { placeOfCharacter } from './source.ts';

/** Configuration is a page or two; what is beyond this was not written by hand. */
const mostBytes = 1024 * 1024;

/** Characters that no text file has: the second is what the decoder puts in the place of bytes that are no UTF-8. */
const refused = [
  { character: '\0', message: 'A NUL stands here; the file seems to be no text.', hint: 'Remove it.' },
  { character: '\uFFFD', message: 'A letter here is not UTF-8.', hint: 'Save the file as UTF-8.' },
];

/** The text of a YAML file, without its byte order mark. */
export function decodeYaml(file: SourceFile): Checked<string> {
  const { path, bytes } = file;
  const whole = (message: string, hint: string): Checked<string> =>
    failed(error('yaml-encoding', { file: path }, message, { hints: [hint] }));
  if (bytes.length > mostBytes) return whole('The file is larger than 1 MiB.', 'Is this the right file?');
  if (isUtf16(bytes)) return whole('The file is in UTF-16; expected UTF-8.', 'Save it as UTF-8.');
  const text = new TextDecoder('utf-8').decode(bytes);
  const faults = refused.flatMap(({ character, message, hint }) => {
    const offset = text.indexOf(character);
    if (offset < 0) return [];
    return error('yaml-encoding', placeOfCharacter(path, text, offset), message, { hints: [hint] });
  });
  return faults.length > 0 ? failed(...faults) : checked(text);
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}
