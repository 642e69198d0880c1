import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type LocatedDiagnostic, sortDiagnostics } from '../diagnostics/located.ts';
import type { FilePlace, Place, TextPlace } from '../diagnostics/place.ts';
import { lineStarts, sourceLine } from './line.ts';
import { cellLocator, type Locator } from './locate.ts';
import type { Table } from './table.ts';

/** What places are looked up in: parsed tables by file, and the text of any other file. */
export type Texts = {
  readonly tables: ReadonlyMap<string, Table>;
  readonly read: (file: string) => string | undefined;
};

type Lookup = Texts & {
  readonly locators: Map<string, Locator>;
  readonly lines: Map<string, Lines | undefined>;
};

type Lines = { readonly text: string; readonly starts: readonly number[] };

/** Gives every finding its line and column, and the line itself; in the order in which a reader mends. */
export function locateDiagnostics(diagnostics: readonly Diagnostic[], texts: Texts): LocatedDiagnostic[] {
  return diagnosticLocator(texts)(diagnostics);
}

/** As locateDiagnostics, for findings that come one by one: a text is rescanned once for all of them. */
export function diagnosticLocator(texts: Texts): (diagnostics: readonly Diagnostic[]) => LocatedDiagnostic[] {
  const lookup: Lookup = { ...texts, locators: new Map(), lines: new Map() };
  return (diagnostics) => sortDiagnostics(diagnostics.map((diagnostic) => locate(diagnostic, lookup)));
}

function locate({ place, also, ...rest }: Diagnostic, lookup: Lookup): LocatedDiagnostic {
  const found = locatePlace(place, lookup);
  const line = 'line' in found ? lineOf(found, lookup) : undefined;
  return {
    ...rest,
    place: found,
    ...(also !== undefined && { also: locatePlace(also, lookup) }),
    ...(line !== undefined && { sourceLine: line }),
  };
}

function locatePlace(place: Place, lookup: Lookup): FilePlace | TextPlace {
  if (!('cell' in place)) return place;
  const table = lookup.tables.get(place.file);
  if (table === undefined) return { file: place.file };
  const { record, field, offset } = place.cell;
  return { file: place.file, ...locatorOf(table, lookup)(record, field, offset) };
}

/** A file is rescanned once, however many findings it has. */
function locatorOf(table: Table, lookup: Lookup): Locator {
  const known = lookup.locators.get(table.file);
  if (known !== undefined) return known;
  const locator = cellLocator(table.text, table.dialect);
  lookup.locators.set(table.file, locator);
  return locator;
}

function lineOf(place: TextPlace, lookup: Lookup): string | undefined {
  if (!lookup.lines.has(place.file)) lookup.lines.set(place.file, linesOf(place.file, lookup));
  const lines = lookup.lines.get(place.file);
  return lines && sourceLine(lines.text, place.line, lines.starts);
}

function linesOf(file: string, lookup: Lookup): Lines | undefined {
  const text = lookup.tables.get(file)?.text ?? lookup.read(file);
  return text === undefined ? undefined : { text, starts: lineStarts(text) };
}
