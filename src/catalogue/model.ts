import type { CellPlace, FilePlace, Place } from '../diagnostics/place.ts';
import type { Edition } from '../edition/edition.ts';
import type { GlossaryEntry } from './glossary.ts';
import type { NegationWords } from './signals/negations.ts';

/**
 * The checked model that every artifact is made from. Responsibilities are data, written once per product;
 * only words are translated. Everything here is plain, frozen-by-convention data.
 */
export type Catalogue = {
  /** The language in which wording, shared sections and party names are written, such as `en`. */
  readonly language: string;
  /** All languages that are built, in the order of annex.yaml. */
  readonly languages: readonly string[];
  readonly products: readonly Product[];
  /** By product; also of one whose matrix cannot be read. */
  readonly shelves: ReadonlyMap<string, Shelf>;
  readonly brands: ReadonlyMap<string, Brand>;
  /** Brands that a run asked for in place of the products' own; empty where it asked for none. */
  readonly brandsAsked: readonly string[];
  /** The words of templates and legend, by id. */
  readonly wording: ReadonlyMap<string, Text>;
  /** Titles of the shared section dictionary. */
  readonly sections: readonly Text[];
  readonly translations: ReadonlyMap<string, TranslationMemory>;
  /** Terms that texts are to use, and words that they are to avoid. */
  readonly glossary: readonly GlossaryEntry[];
  /** The words that negate, by language. */
  readonly negations: ReadonlyMap<string, NegationWords>;
  /** The formats that are made: those that a run asked for, else those of annex.yaml. */
  readonly formats: readonly string[];
  /** Where annex.yaml names a format, by its position there. */
  readonly placeOfFormat: (index: number) => Place;
  /** Overrides the paper of the brands, where annex.yaml names one. */
  readonly paper: 'A4' | 'Letter' | undefined;
  readonly judgement: Judgement;
  /** Whether everything could be read: where a product or a row could not, what it uses is not known. */
  readonly whole: boolean;
};

/** How findings are to be taken, in a workspace or a product: severities by rule id, and findings accepted. */
export type Judgement = {
  readonly rules: Readonly<Record<string, 'error' | 'warning' | 'off'>>;
  readonly accept: readonly Acceptance[];
};

/** A finding that somebody looked at and let stand. */
export type Acceptance = {
  readonly rule: string;
  readonly product: string | undefined;
  readonly row: string | undefined;
  readonly reason: string;
  readonly place: Place;
};

export type Product = {
  /** The folder's name. */
  readonly id: string;
  readonly name: Text;
  /** As written: `2026-03`, `1`. Safe in a file name. */
  readonly edition: string;
  /** Where product.yaml names its edition. */
  readonly place: Place;
  /** ISO date, `2026-03-01`: the only date that reaches the output. */
  readonly updated: string;
  /** The language the matrix is written in; its text prevails. */
  readonly language: string;
  /** Languages this product is made in, in the order of the workspace. */
  readonly languages: readonly string[];
  readonly summary: Text | undefined;
  readonly notes: readonly Text[];
  readonly links: readonly Link[];
  /** Stem of the reference printed on the annex, such as `EMP-RM`. */
  readonly reference: string;
  /** Label of the annex in its contract, such as `2`; printed as `Annex 2`. */
  readonly annex: string | undefined;
  readonly parties: readonly Party[];
  readonly codes: CodeSet;
  readonly sections: readonly Section[];
  /** All activities in the order of their clauses. */
  readonly activities: readonly Activity[];
  readonly brand: string;
  readonly judgement: Judgement;
  /** Its released editions as they were frozen, from the first to the newest. */
  readonly released: readonly Edition[];
  /** Whether the edition is unreleased or differs from what was released. */
  readonly draft: boolean;
  /** Path of its folder in the workspace. */
  readonly folder: string;
};

/**
 * What a product has released, and what of today decides how that looks: enough to publish it again, whatever becomes of
 * the matrix.
 */
export type Shelf = {
  /** Id of the product. */
  readonly product: string;
  readonly brand: string;
  /** How its codes are shown today. */
  readonly codes: CodeSet;
  /** The editions as they were frozen, from the first to the newest. */
  readonly released: readonly Edition[];
  /** Whether all that were frozen could be read. */
  readonly whole: boolean;
};

export type Link = { readonly text: Text; readonly url: string };

/** A party to the contract: a column of the matrix. */
export type Party = { readonly id: string; readonly name: Text; readonly short: Text | undefined };

/** What a cell of the matrix may hold. */
export type CodeSet = {
  readonly name: string;
  /** In printing order. */
  readonly codes: readonly Code[];
};

export type Code = {
  /** What stands in the cell: `R`. */
  readonly sign: string;
  /** The role it stands for, which the rules speak of; `other` for codes without a RACI meaning. */
  readonly role:
    | 'responsible'
    | 'accountable'
    | 'consulted'
    | 'informed'
    | 'support'
    | 'verify'
    | 'signatory'
    | 'other';
  readonly name: Text;
  readonly meaning: Text;
  /** Printed on a filled square: the sign the eye should find first. */
  readonly filled: boolean;
  /** Printed semibold. */
  readonly strong: boolean;
};

/** A heading of the matrix; either has children or activities, seldom both. */
export type Section = {
  /** Dotted slug: `usage.operations.access`. */
  readonly key: string;
  /** `3.1.2`: computed from the order of the sections file, or kept as published. */
  readonly number: string;
  readonly title: Text;
  /** Where the section and its number are listed. */
  readonly place: Place;
  /** 1 for a top section. */
  readonly depth: number;
  readonly children: readonly Section[];
  readonly activities: readonly Activity[];
};

/** A row of the matrix. */
export type Activity = {
  readonly id: string;
  /** Section number and position there: `3.1.2.4`. */
  readonly clause: string;
  readonly section: string;
  readonly text: Text;
  readonly note: Text | undefined;
  /** Signs held by each party, by party id, in the code set's order; an empty list for no role. */
  readonly codes: ReadonlyMap<string, readonly string[]>;
  /** Whether every cell of codes could be read; the rules about codes pass over a row where one could not. */
  readonly readable: boolean;
  /** Columns named under `columns:` in annex.yaml: carried, not printed by default. */
  readonly extras: ReadonlyMap<string, string>;
  readonly place: CellPlace | FilePlace;
};

/** A text as its author wrote it, and where. */
export type Text = {
  /** What translations are looked up by: a row id, or a reserved id with a dot such as `product.name`. */
  readonly id: string;
  readonly source: string;
  /** The language it is written in. */
  readonly language: string;
  readonly place: Place;
};

/** All translations into one language. */
export type TranslationMemory = {
  readonly language: string;
  /** Rows of data/translations/<lang>.csv with an id: wording, sections, shared parties. */
  readonly byId: ReadonlyMap<string, TranslationRow>;
  /** Rows with an empty id, by source text: phrases, which serve every product. */
  readonly phrases: ReadonlyMap<string, TranslationRow>;
  /** Rows of data/products/<product>/translations/<lang>.csv, by product and id. */
  readonly byProduct: ReadonlyMap<string, ReadonlyMap<string, TranslationRow>>;
};

export type TranslationRow = {
  readonly id: string;
  readonly source: string;
  readonly text: string;
  readonly status: 'reviewed' | 'machine';
  readonly place: Place;
};

/** A brand: data and fonts, no layout. Lengths in points, colours as #RRGGBB. */
export type Brand = {
  readonly id: string;
  readonly name: string;
  readonly legal: string;
  readonly logo: Logo | undefined;
  readonly logoHeight: number;
  readonly fonts: BrandFonts;
  readonly type: {
    readonly body: number;
    readonly leading: number;
    readonly title: number;
    readonly titleLeading: number;
  };
  readonly colour: BrandColours;
  readonly dark: DarkColours;
  readonly rule: { readonly strong: number; readonly fine: number };
  readonly code: { readonly radius: number };
  readonly cover: 'rule' | 'block';
  readonly paper: 'A4' | 'Letter';
  readonly footer: string | undefined;
  readonly workbook: { readonly font: string; readonly codeFont: string };
  readonly place: Place;
};

export type Logo = {
  readonly path: string;
  readonly media: 'image/svg+xml' | 'image/png';
  readonly bytes: Uint8Array;
};

export type BrandFonts = {
  readonly heading: FontFamily;
  readonly body: FontFamily;
  /** Asked in this order for a character that a face lacks. */
  readonly fallback: readonly FontFile[];
  /** OpenType features: for headings, for figures in other text, for codes (a serifed I). */
  readonly headingFeatures: readonly string[];
  readonly numberFeatures: readonly string[];
  readonly codeFeatures: readonly string[];
};

/** Two weights of a family, as font files. */
export type FontFamily = { readonly regular: FontFile; readonly semibold: FontFile };

/** A TrueType file; `name` is unique to its content, so that it may key a cache. */
export type FontFile = { readonly name: string; readonly path: string; readonly bytes: Uint8Array };

export type BrandColours = {
  readonly ink: string;
  readonly muted: string;
  readonly heading: string;
  readonly accent: string;
  readonly tint: string;
  readonly rule: string;
  readonly codeFill: string;
  readonly codeText: string;
};

/** Colours of pages on a dark screen. */
export type DarkColours = Readonly<
  Record<'bg' | 'panel' | 'ink' | 'muted' | 'accent' | 'rule' | 'edge', string>
>;
