import { plainText } from '../../document/plain.ts';
import type { Inline } from '../../document/tree.ts';
import { address, typed } from './typed.ts';

const none = '–';

/** Inlines as Markdown of one line; a line break is `<br>`, as it has to be in tables. */
export function writeInlines(content: readonly Inline[]): string {
  return content.map(writeInline).reduce(join, '').trim();
}

/** Two passages in semibold that meet are one: four asterisks in a row would be read otherwise. */
function join(before: string, next: string): string {
  const isOne = before.endsWith('**') && next.startsWith('**');
  return isOne ? before.slice(0, -2) + next.slice(2) : before + next;
}

function writeInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return typed(inline.text);
    case 'break':
      return '<br>';
    case 'span':
      return writeSpan(inline);
    case 'link':
      return writeLink(inline);
    case 'codes':
      return inline.held.length === 0 ? none : inline.held.map(typed).join(' ');
    case 'page-number':
    case 'page-count':
      return '';
  }
}

function writeSpan({ role, content }: Extract<Inline, { kind: 'span' }>): string {
  const inside = content.map(writeInline).reduce(join, '');
  if (role === 'sup' || role === 'ins' || role === 'del') return `<${role}>${inside}</${role}>`;
  return role !== undefined && canBeStrong(content) ? `**${inside}**` : inside;
}

/** Asterisks mark a passage for sure only where it begins and ends with a letter or a digit, and holds no others. */
function canBeStrong(content: readonly Inline[]): boolean {
  const isPlain = content.every(({ kind }) => kind === 'text' || kind === 'break');
  return isPlain && /^[\p{L}\p{Nd}](?:.*[\p{L}\p{Nd}])?$/su.test(plainText(content));
}

/** Only addresses that leave the page become links; anything else stays text. */
function writeLink({ href, content }: Extract<Inline, { kind: 'link' }>): string {
  const inside = content.map(writeInline).reduce(join, '');
  return /^(?:https?:|mailto:)/iu.test(href) ? `[${inside}](${address(href)})` : inside;
}
