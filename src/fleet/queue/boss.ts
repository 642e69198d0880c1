/**
 * What is used of pg-boss. It needs a newer Node than this program, so that it is installed by those alone who run a fleet;
 * `scripts/fleet` holds these types to its own.
 */
export type Boss = {
  on(event: 'error', listener: (error: Error) => void): unknown;
  start(): Promise<unknown>;
  stop(options: { readonly graceful: boolean; readonly timeout?: number }): Promise<void>;
  createQueue(name: string, options: QueueOptions): Promise<void>;
  insert(name: string, jobs: NewJob[], options?: { db?: Executor }): Promise<unknown>;
  work<T extends object>(
    name: string,
    options: WorkOptions,
    handle: (jobs: Job<T>[]) => Promise<unknown>,
  ): Promise<string>;
  offWork(name: string, options: { readonly wait: boolean }): Promise<void>;
};

export type Executor = {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
};

export type QueueOptions = {
  expireInSeconds?: number;
  deleteAfterSeconds?: number;
  retentionSeconds?: number;
  retryLimit?: number;
  retryDelay?: number;
  retryBackoff?: boolean;
  retryDelayMax?: number;
  heartbeatSeconds?: number;
  deadLetter?: string;
};

export type NewJob = { data: object; priority?: number; startAfter?: number };

export type WorkOptions = {
  batchSize: number;
  includeMetadata: true;
  pollingIntervalSeconds: number;
  burstWhenReadyExceeds?: number;
  localConcurrency?: number;
  heartbeatRefreshSeconds?: number;
};

export type Job<T> = { data: T; priority: number; output: object };

export type BossOptions = {
  connectionString: string;
  application_name: string;
  schema: string;
  max: number;
  migrate: boolean;
  createSchema: boolean;
  supervise: boolean;
  schedule: boolean;
  superviseIntervalSeconds: number;
  monitorIntervalSeconds: number;
  maintenanceIntervalSeconds: number;
  reindex: boolean;
  monitorVacuum: boolean;
};

type Library = { readonly PgBoss: new (options: BossOptions) => Boss };

/** Loads pg-boss. Whoever calls has looked whether it is there: see needs.ts. */
export async function loadBoss(): Promise<Library['PgBoss']> {
  // Not a literal: the compiler would look for a package that this program does not install.
  const name: string = 'pg-boss';
  return ((await import(name)) as Library).PgBoss;
}
