import type { Page } from '../page.ts';
import type { Parts } from './archive.ts';
import { readHeadingStyles } from './docx-styles.ts';
import { readHtml } from './html.ts';

/**
 * Reads a document of a word processor: its headings, paragraphs and tables. Lines count its paragraphs and table rows,
 * since it has no others. Throws Damaged.
 */
export async function readDocx(parts: Parts, file: string): Promise<Page> {
  const { default: mammoth } = await import('mammoth');
  const { value } = await mammoth.convertToHtml(inputOf(parts), {
    styleMap: [...readHeadingStyles(parts)].map(
      ([name, level]) => `p[style-name='${name.replace(/['\\]/gu, '\\$&')}'] => h${level}:fresh`,
    ),
    includeEmbeddedStyleMap: false,
    convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
  });
  return { ...readHtml(breakIntoLines(value), file), format: 'docx' };
}

type Input = Parameters<typeof import('mammoth')['default']['convertToHtml']>[0];

/** The parts that are unpacked already, as mammoth takes them: given the archive, it would unpack it without bounds. */
function inputOf(parts: Parts): Input {
  const file = {
    exists: (path: string) => parts.has(path),
    read: async (path: string, encoding?: string) => {
      const part = parts.get(path)!;
      return encoding === undefined ? part : new TextDecoder(encoding).decode(part);
    },
  };
  // Its declared types leave this input out.
  return { file } as unknown as Input;
}

/** One paragraph or row of a table a line, so that a line number leads somewhere. */
function breakIntoLines(html: string): string {
  let tables = 0;
  let items = 0;
  let hasBegun = false;
  return html.replaceAll('\n', ' ').replace(/<(\/?)(table|tr|p|h[1-6]|li)\b/gu, (tag, slash: string, name) => {
    if (name === 'table') tables += slash === '' ? 1 : -1;
    if (name === 'li') items += slash === '' ? 1 : -1;
    const begins = slash === '' && (tables === 0 ? name !== 'p' || items === 0 : tables === 1 && name === 'tr');
    if (!begins) return tag;
    const line = hasBegun ? `\n${tag}` : tag;
    hasBegun = true;
    return line;
  });
}
