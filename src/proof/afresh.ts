import type { Published, PublishedSheet } from '../readers/published.ts';
import { type Difference, quoteText } from './difference.ts';

/**
 * The first place where a published document says something else than one made afresh, words of the templates
 * included; undefined where only its looks differ.
 */
export function firstDifference(afresh: Published, published: Published): Difference | undefined {
  const ours = textsOf(afresh);
  const theirs = textsOf(published);
  const at = ours.findIndex(({ text, where }, i) => text !== theirs[i]?.text || where !== theirs[i]?.where);
  const place = at < 0 ? theirs[ours.length] : (theirs[at] ?? ours[at]);
  if (place === undefined) return undefined;
  const said = (found: { readonly text: string } | undefined) =>
    found === undefined ? 'nothing' : quoteText(found.text);
  return {
    where: place.where,
    message: `It says ${said(at < 0 ? place : theirs[at])}, and made afresh ${said(at < 0 ? undefined : ours[at])}.`,
  };
}

function textsOf(published: Published): { where: string; text: string }[] {
  if (published.kind === 'xlsx') return published.sheets.flatMap(textsOfSheet);
  return published.passages.flatMap((passage) => {
    const texts = passage.kind === 'text' ? [passage.lines] : passage.cells;
    return texts.map((lines) => ({ where: `Page ${passage.page}`, text: lines.join(' ') }));
  });
}

function textsOfSheet({ name, rows }: PublishedSheet): { where: string; text: string }[] {
  return rows.flatMap(({ number, cells }) =>
    cells.map(({ column, text }) => ({
      where: `Sheet ${quoteText(name)}, row ${number}, column ${column}`,
      text,
    })),
  );
}
