import type { Catalogue } from '../../catalogue/model.ts';
import { translate } from '../../catalogue/translations.ts';
import { fold } from './sameness.ts';
import type { Known, KnownSection } from './values.ts';

/** Finds sections by what people write for them. */
export type Labels = {
  /** The key of a section by its label, its title, its key or its number. */
  readonly find: (text: string) => string | undefined;
  /** The key of the section whose number a label has, but not its title. */
  readonly findRetitled: (text: string) => string | undefined;
  /** As the workbook shows it: `1.1 Choice`. */
  readonly labelOf: (key: string) => string;
  /** All labels, for advice. */
  readonly all: readonly string[];
};

/**
 * The sections that a workbook may name. Where the matrix has been changed since, numbers may have moved: what the
 * workbook was made from decides.
 */
export function sectionLabels(catalogue: Catalogue, origin: Known, now: Known, language: string): Labels {
  const dictionary = catalogue.sections.map((title): KnownSection => {
    const text = translate(title, language, catalogue.translations.get(language))?.text;
    return { key: title.id, number: '', title: text ?? title.source };
  });
  const generations = [origin.sections, now.sections, dictionary];
  const sections = generations.flat();
  const ways: readonly ((section: KnownSection) => string)[] = [
    label,
    ({ title }) => title,
    ({ key }) => key,
    ({ number }) => number,
  ];
  return {
    find(text) {
      const wanted = nameOf(text);
      for (const way of ways) {
        for (const generation of generations) {
          const found = generation.filter((section) => nameOf(way(section)) === wanted && wanted !== '');
          const keys = new Set(found.map(({ key }) => key));
          if (keys.size === 1) return found[0]!.key;
        }
      }
      const title = withoutNumber(text);
      return title === text
        ? undefined
        : onlyKey(sections.filter((section) => nameOf(section.title) === nameOf(title)));
    },
    findRetitled(text) {
      const number = /^\d+(?:\.\d+)*(?=\s)/u.exec(fold(text))?.[0];
      return origin.sections.find((section) => section.number === number)?.key;
    },
    labelOf: (key) =>
      fold(label(sections.find((section) => section.key === key) ?? { key, number: '', title: key })),
    all: [...new Set([...origin.sections, ...now.sections].map(label))],
  };
}

/** What to type for a section. */
export function adviseLabels({ all }: Labels): string[] {
  const labels = all.map((known) => `'${known}'`).join(', ');
  return [`Copy the cell from another row of the section, or type one of ${labels}.`];
}

function label({ number, title }: KnownSection): string {
  return `${number} ${title}`;
}

function nameOf(text: string): string {
  return fold(text).toLowerCase();
}

function withoutNumber(text: string): string {
  return fold(text).replace(/^\d+(?:\.\d+)*\.?\s+/u, '');
}

function onlyKey(sections: readonly KnownSection[]): string | undefined {
  const keys = new Set(sections.map(({ key }) => key));
  return keys.size === 1 ? sections[0]!.key : undefined;
}
