import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../../diagnostics/located.ts';
import type { Contract } from '../../pack/contract.ts';
import type { Press } from '../../pack/press.ts';
import type { SharedStore } from '../../store/store.ts';
import type { Seen } from '../bundle/seen.ts';
import { unsealBundle } from '../bundle/unseal.ts';
import type { FleetRun } from '../records.ts';
import type { Tell } from './events.ts';
import { secondsSince } from './seconds.ts';

/** A press for one run, opened from its bundle. */
export type RunPress = {
  readonly press: Press;
  /** Gives findings about a contract their place in its table. */
  readonly locate: (diagnostics: readonly Diagnostic[], contract: Contract) => readonly LocatedDiagnostic[];
};

/** Opens a press from what was seen when a run was planned. Throws WorkspaceFault. */
export type OpenPress = (seen: Seen, run: FleetRun) => RunPress;

/** Runs whose press is kept: that of tonight, and one that is finished beside it. Each holds a catalogue and its sets. */
const mostRuns = 3;

/** Opens the press of a run once, however many of its batches come. */
export class Presses {
  private readonly kept = new Map<number, Promise<RunPress>>();
  private readonly store: SharedStore;
  private readonly open: OpenPress;
  private readonly tell: Tell;

  constructor(store: SharedStore, open: OpenPress, tell: Tell) {
    this.store = store;
    this.open = open;
    this.tell = tell;
  }

  /** Throws StoreFault where the bundle cannot be had, WorkspaceFault where nothing can be made of it here. */
  of(run: FleetRun): Promise<RunPress> {
    const press = this.kept.get(run.id) ?? this.openRun(run);
    // What was asked for last stands last, and what stands first goes.
    this.kept.delete(run.id);
    this.kept.set(run.id, press);
    const [oldest] = this.kept.keys();
    if (this.kept.size > mostRuns) this.kept.delete(oldest!);
    // What failed for now is tried anew.
    press.catch(() => this.kept.delete(run.id));
    return press;
  }

  private async openRun(run: FleetRun): Promise<RunPress> {
    const begun = performance.now();
    const press = this.open(unsealBundle(await this.store.get(run.bundle)), run);
    this.tell({ kind: 'run-opened', run: run.id, seconds: secondsSince(begun) });
    return press;
  }
}
