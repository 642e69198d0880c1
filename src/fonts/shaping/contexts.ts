import type { Hit, LookupTable, Subtable } from './lookups.ts';
import { offsetIn } from './lookups.ts';
import { Refusal } from './refusal.ts';
import type { Run } from './run.ts';

/** Whether a glyph may stand in a place of a context. */
type Test = (glyph: number) => boolean;

/** Glyphs around the one where a lookup is, and the lookups to apply where they stand. */
type Rule = {
  readonly before: readonly Test[];
  /** Those that follow the glyph and may be changed with it. */
  readonly input: readonly Test[];
  readonly after: readonly Test[];
  readonly nested: readonly { readonly steps: number; readonly lookup: number }[];
};

type MakeTest = (value: number) => Test;

type Apply = (lookup: number) => void;

/**
 * Glyphs in a context (OpenType specification, "chapter 2", sequence context and chained sequence context formats).
 * Each subtable's rules are read once.
 */
export class Contexts {
  readonly #table: LookupTable;
  readonly #rules = new Map<Subtable, Map<number, readonly Rule[]>>();

  constructor(table: LookupTable) {
    this.#table = table;
  }

  /** Applies the lookups of the first rule that fits. */
  apply(run: Run, hit: Hit, applyLookup: Apply): boolean {
    const rule = this.#rulesOf(run, hit).find((candidate) => fits(run, candidate));
    if (rule === undefined) return false;
    const { index, ignores } = run;
    for (const { steps, lookup } of rule.nested) {
      run.index = run.placeAfter(index, steps);
      if (run.index >= run.items.length) throw new Refusal('a lookup behind the end of the text');
      applyLookup(lookup);
      run.ignores = ignores;
    }
    run.index = index;
    return true;
  }

  #rulesOf(run: Run, hit: Hit): readonly Rule[] {
    const { subtable, place } = hit;
    let known = this.#rules.get(subtable);
    if (known === undefined) {
      known = new Map();
      this.#rules.set(subtable, known);
    }
    const key = this.#keyOf(run, subtable, place);
    let rules = known.get(key);
    if (rules === undefined) {
      rules = this.#isChain(subtable) ? this.#chainRules(subtable, key) : this.#plainRules(subtable, key);
      known.set(key, rules);
    }
    return rules;
  }

  /** Under what a subtable has its rules: the glyph's place, its class, or nothing. */
  #keyOf(run: Run, subtable: Subtable, place: number): number {
    const { format } = subtable;
    if (format === 1) return place;
    if (format === 3) return 0;
    if (format !== 2) throw new Refusal(`a context in format ${format}`);
    const classes = this.#table.classesOf(subtable, this.#isChain(subtable) ? 6 : 4);
    return classes[run.items[run.index]!.id]!;
  }

  #isChain({ type }: Subtable): boolean {
    return type === this.#table.kind.chain;
  }

  #plainRules(subtable: Subtable, key: number): readonly Rule[] {
    const { at, format } = subtable;
    const { bytes } = this.#table;
    if (format === 3) {
      const reader = new Reader(bytes, at + 2);
      const count = reader.count();
      const nested = reader.count();
      reader.skip(1);
      const input = reader.tests(count - 1, (offset) => this.#covered(at + offset));
      return [{ before: [], input, after: [], nested: reader.nested(nested) }];
    }
    const test = format === 1 ? isGlyph : this.#inClass(subtable, 4);
    return this.#ruleSet(subtable, format === 1 ? 4 : 6, key).map((rule): Rule => {
      const own = new Reader(bytes, rule);
      const count = own.count();
      const nested = own.count();
      return { before: [], input: own.tests(count - 1, test), after: [], nested: own.nested(nested) };
    });
  }

  #chainRules(subtable: Subtable, key: number): readonly Rule[] {
    const { at, format } = subtable;
    if (format === 3) {
      const test = (offset: number): Test => this.#covered(at + offset);
      return [this.#chainRule(at + 2, test, test, test, 1)];
    }
    const [before, input, after] =
      format === 1
        ? ([isGlyph, isGlyph, isGlyph] as const)
        : ([this.#inClass(subtable, 4), this.#inClass(subtable, 6), this.#inClass(subtable, 8)] as const);
    return this.#ruleSet(subtable, format === 1 ? 4 : 10, key).map((rule) =>
      this.#chainRule(rule, before, input, after, 0),
    );
  }

  #chainRule(at: number, before: MakeTest, input: MakeTest, after: MakeTest, named: number): Rule {
    const reader = new Reader(this.#table.bytes, at);
    const tested = reader.tests(reader.count(), before);
    const inputs = reader.count() - 1;
    // In format 3 the glyph where the lookup is has its own coverage among those of the input.
    reader.skip(named);
    return {
      before: tested,
      input: reader.tests(inputs, input),
      after: reader.tests(reader.count(), after),
      nested: reader.nested(reader.count()),
    };
  }

  /** Where the rules of a set start. Only chained contexts of classes may lack a set. */
  #ruleSet(subtable: Subtable, countAt: number, key: number): readonly number[] {
    const { bytes } = this.#table;
    const list = subtable.at + countAt;
    const isThere = key < bytes.getUint16(list) && bytes.getUint16(list + 2 + key * 2) !== 0;
    if (!isThere && this.#isChain(subtable) && subtable.format === 2) return [];
    if (!isThere) throw new Refusal('rules that are missing');
    const set = subtable.at + bytes.getUint16(list + 2 + key * 2);
    return Array.from({ length: bytes.getUint16(set) }, (_, i) => offsetIn(bytes, set, set + 2 + i * 2));
  }

  #covered(at: number): Test {
    const coverage = this.#table.coverage(at);
    return (glyph) => coverage.placeOf(glyph) !== -1;
  }

  /** Classes are read only where a rule names one: a font that names none may have none. */
  #inClass(subtable: Subtable, offsetAt: number): MakeTest {
    return (value) => {
      const classes = this.#table.classesOf(subtable, offsetAt);
      return (glyph) => classes[glyph] === value;
    };
  }
}

const isGlyph: MakeTest = (value) => (glyph) => glyph === value;

function fits(run: Run, { before, input, after }: Rule): boolean {
  // Glyphs before are held against the font's list from its first on, as the engine does that stands in for this room.
  return (
    follows(run, -before.length, before) && follows(run, 1, input) && follows(run, 1 + input.length, after)
  );
}

/** Whether the glyphs that start so many steps from where a run is pass these tests, one after the other. */
function follows(run: Run, steps: number, tests: readonly Test[]): boolean {
  if (tests.length === 0) return true;
  let at = run.placeAfter(run.index, steps);
  for (const test of tests) {
    const item = run.items[at];
    if (item === undefined || !test(item.id)) return false;
    at = run.placeAfter(at, 1);
  }
  return true;
}

/** Reads the numbers of a rule, one after the other. */
class Reader {
  readonly #bytes: DataView;
  #at: number;

  constructor(bytes: DataView, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  count(): number {
    const count = this.#bytes.getUint16(this.#at);
    this.#at += 2;
    return count;
  }

  skip(numbers: number): void {
    this.#at += numbers * 2;
  }

  tests(count: number, make: MakeTest): readonly Test[] {
    if (count < 0) throw new Refusal('a context of no glyph');
    return Array.from({ length: count }, () => make(this.count()));
  }

  nested(count: number): Rule['nested'] {
    return Array.from({ length: count }, () => ({ steps: this.count(), lookup: this.count() }));
  }
}
