import { localizeWords } from '../../catalogue/localize.ts';
import type { Activity, Catalogue, Product, Section } from '../../catalogue/model.ts';
import { flattenSections } from '../../catalogue/sections.ts';
import { translate } from '../../catalogue/translations.ts';
import type { Place } from '../../diagnostics/place.ts';
import type { EditionInLanguage } from '../../edition/in-language.ts';

/** What a row of the matrix says that a workbook can change; codes by party. */
export type Field = 'section' | 'activity' | 'note' | `code:${string}`;

/** Sections by key, texts in the language of the workbook, signs with spaces between. An absent text is unknown. */
export type Values = ReadonlyMap<Field, string>;

/** An activity as an edition or the matrix has it. */
export type KnownActivity = {
  readonly id: string;
  readonly clause: string;
  readonly values: Values;
};

/** A heading as a workbook shows it. */
export type KnownSection = { readonly key: string; readonly number: string; readonly title: string };

/** All that a workbook is held against: the edition it was made from, or the matrix as it is now. */
export type Known = {
  /** In the order of their clauses. */
  readonly activities: ReadonlyMap<string, KnownActivity>;
  readonly sections: readonly KnownSection[];
};

/** What the workbook was made from, in its language. */
export function knownOrigin({ activities, sections, parties }: EditionInLanguage): Known {
  return {
    sections,
    activities: new Map(
      activities.map(({ id, clause, section, text, note, held }) => {
        const codes = parties.map(({ id: party }, i): [Field, string] => [
          `code:${party}`,
          held[i]!.join(' '),
        ]);
        const values = new Map<Field, string>([
          ['section', section.key],
          ['activity', text],
          ['note', note ?? ''],
          ...codes,
        ]);
        return [id, { id, clause, values }];
      }),
    ),
  };
}

/** What the matrix says now, in the language of the workbook. Rows without an id are left out: nothing names them. */
export function knownNow(catalogue: Catalogue, product: Product, language: string): Known {
  return {
    sections: flattenSections(product.sections).map((section) => nameSection(section)),
    activities: new Map(
      product.activities
        .filter(({ id }) => id !== '')
        .map((activity) => [
          activity.id,
          { id: activity.id, clause: activity.clause, values: valuesOf(activity) },
        ]),
    ),
  };

  function say(text: Activity['text']): string | undefined {
    return translate(text, language, catalogue.translations.get(language), product.id)?.text;
  }

  function nameSection({ key, number, title }: Section): KnownSection {
    return { key, number, title: say(title) ?? title.source };
  }

  function valuesOf({ section, text, note, codes }: Activity): Values {
    const [activity, remark] = [say(text), note === undefined ? '' : say(note)];
    return new Map<Field, string>([
      ['section', section],
      ...(activity === undefined ? [] : [['activity', activity] as const]),
      ...(remark === undefined ? [] : [['note', remark] as const]),
      ...product.parties.map(({ id }): [Field, string] => [`code:${id}`, (codes.get(id) ?? []).join(' ')]),
    ]);
  }
}

/** The heads that the columns of a workbook have, by what stands below them; codes by party. */
export type Heads = ReadonlyMap<Column, readonly string[]>;

export type Column = Field | 'number' | 'chapter' | 'id';

/** The heads in the language of the workbook, as it was made and as it would be made now. */
export function headsIn(catalogue: Catalogue, { language, parties }: EditionInLanguage): Heads {
  const words = localizeWords(catalogue, language);
  const own = (['number', 'chapter', 'section', 'activity', 'note', 'id'] as const).map(
    (column) => [column, [words.get(`column-${column}`) ?? column]] as const,
  );
  const codes = parties.map(({ id, name, short }) => [`code:${id}` as const, [short, name]] as const);
  return new Map<Column, readonly string[]>([...own, ...codes]);
}

/** Where the matrix says something about an activity. */
export function placeOf(product: Product, id: string): Place {
  const file = `${product.folder}/matrix.csv`;
  return product.activities.find((activity) => activity.id === id)?.place ?? { file };
}

/** The party of a column of codes. */
export function partyOf(field: Field): string | undefined {
  return field.startsWith('code:') ? field.slice('code:'.length) : undefined;
}
