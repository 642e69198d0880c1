import { Contexts } from './contexts.ts';
import type { Hit, Kind, LookupTable } from './lookups.ts';
import { offsetIn } from './lookups.ts';
import { Refusal } from './refusal.ts';
import { type Item, newItem, type Run } from './run.ts';
import type { Applying } from './walk.ts';

/** Lookups of `GSUB` by number: single, multiple, alternate, ligature, context, chained context. */
export const substituting: Kind = { types: new Set([1, 2, 3, 4, 5, 6]), context: 5, chain: 6, extension: 7 };

/** Applies lookups of `GSUB` (OpenType specification, "GSUB") where a run is. */
export class Substitution implements Applying {
  readonly #table: LookupTable;
  readonly #contexts: Contexts;

  constructor(table: LookupTable) {
    this.#table = table;
    this.#contexts = new Contexts(table);
  }

  apply(run: Run, hit: Hit, applyLookup: (lookup: number) => void): boolean {
    switch (hit.subtable.type) {
      case 1:
        return this.#replaceOne(run, hit);
      case 2:
        return this.#replaceByMany(run, hit);
      case 3:
        return this.#replaceByFirst(run, hit);
      case 4:
        return this.#ligate(run, hit);
      default:
        return this.#contexts.apply(run, hit, applyLookup);
    }
  }

  #replaceOne(run: Run, { subtable: { at, format }, place }: Hit): boolean {
    const { bytes } = this.#table;
    const item = run.items[run.index]!;
    if (format === 1) run.replace(item, (item.id + bytes.getInt16(at + 4)) & 0xffff);
    else if (format === 2) run.replace(item, bytes.getUint16(listed(bytes, at + 4, place)));
    else throw new Refusal(`a single substitution in format ${format}`);
    return true;
  }

  #replaceByMany(run: Run, { subtable: { at }, place }: Hit): boolean {
    const { bytes } = this.#table;
    const { items, index } = run;
    const sequence = offsetIn(bytes, at, listed(bytes, at + 4, place));
    const count = bytes.getUint16(sequence);
    if (count === 0) {
      items.splice(index, 1);
      return true;
    }
    const item = items[index]!;
    run.replace(item, bytes.getUint16(sequence + 2));
    item.component = 0;
    for (let i = 1; i < count; i++) {
      const added = newItem(0, [], item.parts);
      run.replace(added, bytes.getUint16(sequence + 2 + i * 2));
      added.component = i;
      items.splice(index + i, 0, added);
    }
    return true;
  }

  /** Nobody chooses among alternates: the first is meant. */
  #replaceByFirst(run: Run, { subtable: { at }, place }: Hit): boolean {
    const { bytes } = this.#table;
    const alternates = offsetIn(bytes, at, listed(bytes, at + 4, place));
    run.replace(run.items[run.index]!, bytes.getUint16(listed(bytes, alternates, 0)));
    return true;
  }

  #ligate(run: Run, { subtable: { at }, place }: Hit): boolean {
    const { bytes } = this.#table;
    const set = offsetIn(bytes, at, listed(bytes, at + 4, place));
    for (let i = 0; i < bytes.getUint16(set); i++) {
      const ligature = offsetIn(bytes, set, set + 2 + i * 2);
      const joined = this.#partsOf(run, ligature);
      if (joined === undefined) continue;
      join(run, bytes.getUint16(ligature), joined);
      return true;
    }
    return false;
  }

  /** Where a ligature's parts stand behind its first one; undefined where others stand there. */
  #partsOf(run: Run, ligature: number): readonly number[] | undefined {
    const { bytes } = this.#table;
    const found: number[] = [];
    let at = run.index;
    for (let part = 1; part < bytes.getUint16(ligature + 2); part++) {
      at = run.placeAfter(at, 1);
      const item = run.items[at];
      if (item === undefined || (item.parts & run.parts) !== run.parts) return undefined;
      if (item.id !== bytes.getUint16(ligature + 2 + part * 2)) return undefined;
      found.push(at);
    }
    return found;
  }
}

/** Where an entry of a list stands that begins with how many it has. */
function listed(bytes: DataView, list: number, index: number): number {
  if (index >= bytes.getUint16(list)) throw new Refusal('a list that is too short');
  return list + 2 + index * 2;
}

/**
 * Puts a ligature in place of the glyphs that it joins. Marks between them stay behind it, and remember which part of it
 * they belong to; so do marks that belonged to a ligature which becomes the last part of this one.
 */
function join(run: Run, id: number, joined: readonly number[]): void {
  const { items, index } = run;
  const first = items[index]!;
  const parts = [first, ...joined.map((at) => items[at]!)];
  const ligature = newItem(
    0,
    parts.flatMap(({ codePoints }) => codePoints),
    first.parts,
  );
  run.replace(ligature, id);
  if (!parts.every((part) => run.isMark(part))) {
    ligature.ligature = run.nextLigature();
    assignMarks(items, index, joined, ligature.ligature);
  }
  for (const at of joined.toReversed()) items.splice(at, 1);
  items[index] = ligature;
}

function assignMarks(
  items: readonly Item[],
  index: number,
  joined: readonly number[],
  ligature: number,
): void {
  let last = items[index]!;
  let counted = last.codePoints.length;
  const assign = (mark: Item): void => {
    const own = Math.min(mark.component || 1, last.codePoints.length);
    mark.component = counted - last.codePoints.length + own;
  };
  let at = index + 1;
  for (const part of joined) {
    for (; at < part; at++) {
      items[at]!.ligature = ligature;
      assign(items[at]!);
    }
    last = items[part]!;
    counted += last.codePoints.length;
    at = part + 1;
  }
  if (last.ligature === 0) return;
  for (; items[at]?.ligature === last.ligature; at++) assign(items[at]!);
}
