import type Mammoth from 'mammoth';
import type { OfficeParts } from '../../readers/office.ts';
import type { Page } from '../page.ts';
import { readHeadingStyles } from './docx-styles.ts';
import { readHtml } from './html.ts';

/**
 * Reads a document of a word processor: its headings, paragraphs and tables. Lines count its paragraphs and table rows,
 * since it has no others. Throws Damaged.
 */
export async function readDocx(parts: OfficeParts, file: string): Promise<Page> {
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

type Input = Parameters<typeof Mammoth.convertToHtml>[0];

/** The parts that are unpacked already, as mammoth takes them: given the archive, it would unpack it without bounds. */
function inputOf(parts: OfficeParts): Input {
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
  let isFirstRow = false;
  const broken = html.replaceAll('\n', ' ').replace(blockTag, (tag, slash: string, name: string) => {
    const opens = slash === '';
    const begins = opens && (name === 'tr' ? tables === 1 && !isFirstRow : tables + items === 0);
    if (name === 'tr') isFirstRow = false;
    if (name === 'li') items += opens ? 1 : -1;
    if (name === 'table') {
      tables += opens ? 1 : -1;
      isFirstRow = opens && tables === 1;
    }
    return begins ? `\n${tag}` : tag;
  });
  return broken.trimStart();
}

const blockTag = /<(\/?)(table|tr|p|h[1-6]|li)\b/gu;
