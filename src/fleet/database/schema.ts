/** The schema that all tables of runs stand in. */
export const schemaName = 'annex';

/**
 * The tables, by version: what stands in the list is never edited, and what changes is added. Rows are bounded: a batch is one
 * row, and a contract is one row in each of the runs that are kept.
 */
export const versions: readonly string[] = [
  `
  CREATE TABLE annex.run (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    program text NOT NULL,
    bundle text NOT NULL,
    brand text,
    contracts_path text NOT NULL,
    columns text[] NOT NULL,
    read integer NOT NULL DEFAULT 0,
    held integer NOT NULL DEFAULT 0,
    batches integer NOT NULL DEFAULT 0,
    settled integer NOT NULL DEFAULT 0,
    planned_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    manifest text
  );

  CREATE TABLE annex.batch (
    run integer NOT NULL REFERENCES annex.run ON DELETE CASCADE,
    number integer NOT NULL,
    contracts integer NOT NULL,
    pages integer NOT NULL,
    object text NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    taken_at timestamptz,
    trying text,
    deaths jsonb NOT NULL DEFAULT '{}',
    settled_at timestamptz,
    made integer NOT NULL DEFAULT 0,
    reused integer NOT NULL DEFAULT 0,
    held integer NOT NULL DEFAULT 0,
    failed integer NOT NULL DEFAULT 0,
    PRIMARY KEY (run, number)
  );

  -- The ledger. Of a contract that no run made there is a row too, so that 'all accounted for' is a count.
  CREATE TABLE annex.pack (
    contract text NOT NULL,
    run integer NOT NULL REFERENCES annex.run ON DELETE CASCADE,
    batch integer NOT NULL,
    shard text NOT NULL,
    line integer NOT NULL,
    state text NOT NULL CHECK (state IN ('made', 'reused', 'held', 'failed')),
    attempt integer NOT NULL,
    listed json NOT NULL,
    PRIMARY KEY (contract, run)
  );
  -- In the order of the manifest.
  CREATE INDEX pack_listed ON annex.pack (run, shard, line);
  CREATE INDEX pack_without ON annex.pack (run, line) WHERE state IN ('held', 'failed');

  -- Rows of the table of contracts that are at fault: several may have one id, or none.
  CREATE TABLE annex.held (
    run integer NOT NULL REFERENCES annex.run ON DELETE CASCADE,
    line integer NOT NULL,
    shard text NOT NULL,
    listed json NOT NULL,
    PRIMARY KEY (run, shard, line)
  );
  CREATE INDEX held_line ON annex.held (run, line);
  `,
];
