import type { Contract } from '../../pack/contract.ts';
import type { PackSet } from '../../pack/press.ts';
import { setKey } from '../../pack/sets.ts';
import { writeBatchLine } from '../batch-contracts.ts';

/** Contracts that one worker will make in one go. */
export type CutBatch = {
  /** As batch-contracts.ts writes them. */
  readonly lines: readonly string[];
  /** How many pages their packs come to, as estimated. */
  readonly pages: number;
};

export type BatchLimits = {
  /** Contracts of a batch. */
  readonly contracts: number;
  /** Pages of a batch: a giant has one to itself. */
  readonly pages: number;
  /** Contracts that are held in wait for others of their set. */
  readonly waiting: number;
};

/** A batch takes a worker a second or two: what is lost with it is little, and what a queue has to do for it is less. */
export const usualLimits: BatchLimits = { contracts: 200, pages: 4000, waiting: 20_000 };

/** Contracts of one set that wait for more of it. */
type Waiting = { readonly pages: number; readonly lines: string[] };

/**
 * Cuts contracts into batches by what they share. Contracts wait until there are enough of their set; what is left over of
 * small sets is put together, set beside set. The same contracts give the same batches, and few are held at once.
 */
export class BatchCutter {
  private readonly pagesOf: (set: PackSet) => number;
  private readonly limits: BatchLimits;
  private readonly sets = new Map<string, Waiting>();
  private waiting = 0;

  /** @param pagesOf how many pages a pack of a set comes to */
  constructor(pagesOf: (set: PackSet) => number, limits = usualLimits) {
    this.pagesOf = pagesOf;
    this.limits = limits;
  }

  /** Takes a contract; gives the batches that are complete with it, mostly none. */
  add(contract: Contract): readonly CutBatch[] {
    const key = setKey(contract);
    const set = this.sets.get(key) ?? { pages: this.pagesOf(contract), lines: [] };
    this.sets.set(key, set);
    // As text: what a contract says are pieces of the table that it was read from, which would be held with it.
    set.lines.push(writeBatchLine(contract));
    this.waiting++;
    if (set.lines.length >= this.mostOf(set)) return [this.cut(key, set)];
    return this.waiting >= this.limits.waiting ? this.close() : [];
  }

  /** All that still wait. */
  close(): readonly CutBatch[] {
    const batches: CutBatch[] = [];
    let mixed: CutBatch = { lines: [], pages: 0 };
    for (const [key, set] of [...this.sets].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const batch = this.cut(key, set);
      if (set.lines.length * 2 >= this.mostOf(set)) {
        batches.push(batch);
        continue;
      }
      if (!this.hasRoom(mixed, batch)) {
        batches.push(mixed);
        mixed = { lines: [], pages: 0 };
      }
      mixed = { lines: [...mixed.lines, ...batch.lines], pages: mixed.pages + batch.pages };
    }
    return mixed.lines.length > 0 ? [...batches, mixed] : batches;
  }

  private hasRoom(mixed: CutBatch, more: CutBatch): boolean {
    if (mixed.lines.length === 0) return true;
    const { contracts, pages } = this.limits;
    return mixed.lines.length + more.lines.length <= contracts && mixed.pages + more.pages <= pages;
  }

  private mostOf({ pages }: Waiting): number {
    return Math.max(1, Math.min(this.limits.contracts, Math.floor(this.limits.pages / pages)));
  }

  private cut(key: string, { lines, pages }: Waiting): CutBatch {
    this.sets.delete(key);
    this.waiting -= lines.length;
    return { lines, pages: pages * lines.length };
  }
}
