import type { ActivityInLanguage, EditionInLanguage } from '../edition/in-language.ts';
import type { Passage, PublishedPdf, RowPassage } from '../readers/published.ts';
import { proveAround } from './around.ts';
import { type Difference, quoteCodes, quoteText } from './difference.ts';
import { isText, normalize, raised } from './sameness.ts';

/**
 * Holds a published annex against its edition, by what its structure tree says: each activity is one row, under its
 * section, in order, with its text and exactly its codes under the right parties; there is no other such row; and
 * what has to stand around the matrix is there.
 */
export function proveAnnex(edition: EditionInLanguage, annex: PublishedPdf): Difference[] {
  if (annex.passages.length === 0) {
    return [{ where: 'Page 1', message: 'The document has no structure tree, or nothing stands in it.' }];
  }
  return [
    ...proveLanguage(edition, annex.language),
    ...new AnnexReading(edition).read(annex.passages),
    ...proveAround(edition, annex.passages.map(textOf), 'The document'),
  ];
}

/** The document names the language that it is in. */
export function proveLanguage({ language }: EditionInLanguage, found: string | undefined): Difference[] {
  if (found === language) return [];
  const said = found === undefined ? 'names no language' : `says that its language is '${found}'`;
  return [{ where: 'The document', message: `It ${said}, and this is the '${language}' one.` }];
}

/** Goes through an annex from beginning to end, knowing under which heading and which parties it is. */
class AnnexReading {
  readonly #edition: EditionInLanguage;
  readonly #differences: Difference[] = [];
  /** Clauses not met yet, in their order. */
  readonly #awaited: Map<string, ActivityInLanguage>;
  readonly #headings: ReadonlyMap<string, string>;
  readonly #noteNumbers: ReadonlyMap<string, number>;
  #section: string | undefined;
  /** For each of the last columns the place of its party, where the head of this table names parties. */
  #parties: readonly number[] | undefined;
  #page = 1;

  constructor(edition: EditionInLanguage) {
    this.#edition = edition;
    this.#awaited = new Map(edition.activities.map((activity) => [activity.clause, activity]));
    this.#headings = new Map(
      edition.sections.map(({ key, number, title }) => [normalize(`${number}${title}`), key]),
    );
    const noted = edition.activities.filter(({ note }) => note !== undefined);
    this.#noteNumbers = new Map(noted.map(({ clause }, i) => [clause, i + 1]));
  }

  read(passages: readonly Passage[]): Difference[] {
    for (const passage of passages) {
      this.#page = passage.page;
      if (passage.kind === 'text') this.#readText(passage.lines);
      else if (passage.isHead) this.#readHead(passage);
      else if (this.#parties !== undefined) this.#readRow(passage, this.#parties);
    }
    for (const activity of this.#awaited.values()) {
      this.#differ(`Clause ${activity.clause} ${quoteText(activity.text)} is not there.`);
    }
    return this.#differences;
  }

  #readText(lines: readonly string[]): void {
    this.#parties = undefined;
    this.#enter(lines);
  }

  #enter(lines: readonly string[]): void {
    const key = this.#headings.get(normalize(lines.join('')));
    if (key !== undefined) this.#section = key;
  }

  #readHead({ cells }: RowPassage): void {
    for (const lines of cells) this.#enter(lines);
    this.#parties = this.#partiesOf(cells.slice(-this.#edition.parties.length));
  }

  /** Undefined where the cells are not the parties, each once. */
  #partiesOf(cells: RowPassage['cells']): number[] | undefined {
    const { parties } = this.#edition;
    const found = cells.map((lines) =>
      parties.findIndex(({ name, short }) => isText(lines, short) || isText(lines, name)),
    );
    const isWhole = found.length === parties.length && new Set(found).size === parties.length;
    return isWhole && !found.includes(-1) ? found : undefined;
  }

  #readRow({ cells }: RowPassage, parties: readonly number[]): void {
    const clause = normalize(cells[0]?.join('') ?? '');
    const activity = this.#awaited.get(clause);
    if (activity === undefined) {
      const isKnown = this.#edition.activities.some((known) => known.clause === clause);
      const why = isKnown ? 'stands there a second time' : 'is none of the matrix';
      this.#differ(`The row ${quoteText(cells.flat().join(' '))} ${why}.`);
      return;
    }
    const [first] = this.#awaited.keys();
    if (first !== clause) this.#differ(`Clause ${clause} stands before clause ${first}.`);
    this.#awaited.delete(clause);
    this.#proveSection(activity);
    this.#proveText(activity, cells.slice(1, -parties.length));
    parties.forEach((party, i) => {
      this.#proveCodes(activity, party, cells.at(i - parties.length) ?? []);
    });
  }

  #proveSection({ clause, section }: ActivityInLanguage): void {
    if (this.#section === section.key) return;
    this.#differ(`Clause ${clause} does not stand under ${quoteText(`${section.number} ${section.title}`)}.`);
  }

  #proveText({ clause, text }: ActivityInLanguage, cells: RowPassage['cells']): void {
    const lines = cells.flat();
    const number = this.#noteNumbers.get(clause);
    if (isText(lines, text) || (number !== undefined && isText(lines, text + raised(number)))) return;
    this.#differ(`Clause ${clause} says ${quoteText(lines.join(' '))}, the matrix ${quoteText(text)}.`);
  }

  #proveCodes({ clause, held }: ActivityInLanguage, party: number, lines: readonly string[]): void {
    const codes = held[party]!;
    if (isText(lines, codes.length === 0 ? '–' : codes.join(' '))) return;
    const { name } = this.#edition.parties[party]!;
    this.#differ(
      `In clause ${clause} ${quoteText(name)} holds ${quoteText(lines.join(' '))}, in the matrix ${quoteCodes(codes)}.`,
    );
  }

  #differ(message: string): void {
    this.#differences.push({ where: `Page ${this.#page}`, message });
  }
}

function textOf(passage: Passage): string {
  return passage.kind === 'text' ? passage.lines.join(' ') : passage.cells.flat().join(' ');
}
