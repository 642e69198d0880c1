import type { Hit, Lookup, LookupTable } from './lookups.ts';
import type { Plan, Step } from './plan.ts';
import type { Run } from './run.ts';

/** What a kind of lookups does with a glyph that one of its subtables is about. */
export type Applying = {
  /** Tells whether the hit had something to do; `applyLookup` applies a lookup of the table where the run is. */
  apply(run: Run, hit: Hit, applyLookup: (lookup: number) => void): boolean;
};

/** Leads the lookups of a plan over the glyphs of a run, one after the other. */
export class Walk {
  readonly #run: Run;
  readonly #table: LookupTable;
  readonly #applying: Applying;
  readonly #applyNumbered = (index: number): boolean => this.#applyHere(this.#table.lookup(index));

  constructor(run: Run, table: LookupTable, applying: Applying) {
    this.#run = run;
    this.#table = table;
    this.#applying = applying;
  }

  follow(plan: Plan): void {
    const begun = new Uint8Array(plan.steps.length);
    this.#begin(plan, begun);
    for (let place = 0; place < begun.length; place++) {
      if (begun[place] === 1 && this.#take(plan.steps[place]!)) this.#begin(plan, begun);
    }
  }

  /** Notes the steps that may do anything with the glyphs as they are now. */
  #begin(plan: Plan, begun: Uint8Array): void {
    for (const { id } of this.#run.items) for (const place of plan.begunBy(id)) begun[place] = 1;
  }

  /** Tells whether it changed anything. */
  #take({ lookup, parts }: Step): boolean {
    const run = this.#run;
    const { items } = run;
    let changed = false;
    run.parts = parts;
    run.ignores = lookup.ignores;
    run.index = 0;
    while (run.index < items.length) {
      if ((items[run.index]!.parts & parts) === parts && this.#applyHere(lookup)) changed = true;
      run.ignores = lookup.ignores;
      run.index = run.placeAfter(run.index, 1);
    }
    return changed;
  }

  #applyHere(lookup: Lookup): boolean {
    const run = this.#run;
    run.ignores = lookup.ignores;
    for (const hit of lookup.hitsOf(run.items[run.index]!.id)) {
      if (this.#applying.apply(run, hit, this.#applyNumbered)) return true;
    }
    return false;
  }
}
