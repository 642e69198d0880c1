import type { MarkdownIt, Token } from 'markdown-it';

/** What a stretch of text within a line says, its markup gone. */
export type Inline = {
  /** Line breaks, and the items of a list, as `\n`; runs of blanks as one. */
  readonly text: string;
  /** Whether all of it is set bold. */
  readonly strong: boolean;
  /** Footnote marks: raised figures and `[^1]`; and `~~` where some of it is struck out. */
  readonly marks: readonly string[];
};

/** Reads the markup within one cell, heading or line. */
export function readInline(source: string, parser: MarkdownIt): Inline {
  if (!/[\\`*_[\]<&!^{~]/.test(source)) return { text: tidy(source), strong: false, marks: [] };
  const gathered: Gathered = { text: '', loud: '', raised: undefined, depth: 0, marks: [] };
  const { text: unmarked, marks } = takeMarks(source);
  gathered.marks.push(...marks);
  gather(parser.parseInline(unmarked, {}), gathered);
  const text = tidy(gathered.text);
  const isStrong = text !== '' && tidy(gathered.loud) === text;
  const loose = /^(\*\*|__)(.+?)\s*\1$/u.exec(text);
  // Bold that no parser sees, for a blank before its end (`**RA **`), is bold to whoever wrote it.
  return { text: loose?.[2]?.trim() ?? text, strong: isStrong || loose !== null, marks: gathered.marks };
}

/** What has been read so far; `raised` holds the text of a `<sup>` that is still open. */
type Gathered = {
  text: string;
  loud: string;
  raised: string | undefined;
  depth: number;
  readonly marks: string[];
};

function gather(tokens: readonly Token[], into: Gathered): void {
  for (const token of tokens) {
    if (token.type === 'strong_open') into.depth++;
    else if (token.type === 'strong_close') into.depth--;
    else if (token.type === 's_open') into.marks.push(struckOut);
    else if (token.type === 'html_inline') readTag(token.content, into);
    else if (token.children && token.type !== 'image') gather(token.children, into);
    else say(wordsOf(token), into);
  }
}

function wordsOf(token: Token): string {
  if (token.type === 'softbreak') return ' ';
  if (token.type === 'hardbreak') return '\n';
  return token.content;
}

function say(words: string, into: Gathered): void {
  if (into.raised !== undefined) {
    into.raised += words;
    return;
  }
  into.text += words;
  // Blanks and breaks between two bold stretches are neither bold nor not.
  if (into.depth > 0 || words.trim() === '') into.loud += words;
}

/** The mark of what is struck out: its words are still there to read, and no longer meant. */
export const struckOut = '~~';

const breaking = /^<\/?(?:br|p|li|ul|ol|div|tr|h[1-6])\b/i;

function readTag(tag: string, into: Gathered): void {
  if (breaking.test(tag)) say('\n', into);
  else if (/^<(?:strong|b)\b/i.test(tag)) into.depth++;
  else if (/^<\/(?:strong|b)\b/i.test(tag)) into.depth--;
  else if (/^<(?:s|del|strike)\b/i.test(tag)) into.marks.push(struckOut);
  else if (/^<sup\b/i.test(tag)) into.raised = '';
  else if (/^<\/sup\b/i.test(tag)) lower(into);
}

function lower(into: Gathered): void {
  const raised = into.raised ?? '';
  into.raised = undefined;
  if (isFootnoteMark(raised.trim(), into.text)) into.marks.push(raised.replace(/[()[\]\s]/g, ''));
  else say(raised, into);
}

/**
 * Whether what was raised is a footnote mark, and no text like any other (`m<sup>2</sup>`).
 *
 * @param before the text that it stands behind, or the end of it
 */
export function isFootnoteMark(raised: string, before: string): boolean {
  const looksLikeOne = /^[([]?(?:\d{1,2}|[a-z]|[*†‡§]{1,3})[)\]]?$/u.test(raised);
  return looksLikeOne && !/(?:^|[\s\d])[kcm]?m$|\bk$/u.test(before.slice(-8));
}

/** Takes the references of footnotes, `[^1]`, out of a text. */
function takeMarks(source: string): { text: string; marks: readonly string[] } {
  const marks: string[] = [];
  const text = source.replace(/\[\^([^\]\s]{1,20})\](?!:)/gu, (_, mark: string) => {
    marks.push(mark);
    return '';
  });
  return { text, marks };
}

/** Runs of blanks as one, no blank at the edges or beside a line break; breaks kept. */
export function tidy(text: string): string {
  return text
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n[\n ]*/gu, '\n')
    .trim();
}
