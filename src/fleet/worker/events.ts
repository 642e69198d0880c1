import type { PackState } from '../../pack/ledger.ts';
import type { Batch } from '../records.ts';

/** What a worker does and meets, told as it happens: for whoever logs and counts. No name of a customer is in it. */
export type WorkerEvent =
  | { readonly kind: 'batch-taken'; readonly batch: Batch; readonly attempt: number }
  /** `isFirst`: it counts; else another worker had settled the batch before. */
  | {
      readonly kind: 'batch-settled';
      readonly batch: Batch;
      readonly seconds: number;
      readonly isFirst: boolean;
    }
  | { readonly kind: 'batch-given-back'; readonly batch: Batch; readonly reason: string }
  /** It was tried as often as may be: its contracts failed. */
  | { readonly kind: 'batch-buried'; readonly batch: Batch; readonly reason: string }
  /** `seconds` is undefined where nothing was made for it. */
  | { readonly kind: 'pack'; readonly state: PackState; readonly seconds: number | undefined }
  /** A contract at which workers died: it failed, and the others of its batch are made. */
  | { readonly kind: 'isolated'; readonly contract: string; readonly line: number | undefined }
  | { readonly kind: 'stored'; readonly bytes: number }
  /** A request that failed, whether it is tried again or not. */
  | { readonly kind: 'fault'; readonly of: 'store' | 'database'; readonly message: string }
  | { readonly kind: 'run-opened'; readonly run: number; readonly seconds: number }
  | { readonly kind: 'run-finished'; readonly run: number }
  /** Runs that another program planned: this worker leaves them alone. */
  | { readonly kind: 'runs-left'; readonly runs: readonly number[] }
  /** Nothing more is taken. */
  | { readonly kind: 'draining'; readonly seconds: number };

export type Tell = (event: WorkerEvent) => void;
