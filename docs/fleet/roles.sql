-- The roles of a run on many machines, and no right more than each of them needs. To be run once by the role that ran
-- `annex pack --prepare`, and again after it when a new version changed the tables: rights are only ever added.
--
-- annex_planner runs `annex pack --queue`, annex_worker `annex worker`, annex_reader `annex pack --status`.
-- They come without passwords: give them some by \password, or let pg_hba.conf ask for something better.

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['annex_planner', 'annex_worker', 'annex_reader'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      EXECUTE format('CREATE ROLE %I LOGIN', name);
    END IF;
  END LOOP;
END $$;

-- What is known of runs. What is settled stays as it was settled: nobody changes or deletes a row of the ledger.
GRANT USAGE ON SCHEMA annex TO annex_planner, annex_worker, annex_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA annex TO annex_planner, annex_worker, annex_reader;

GRANT INSERT ON annex.run, annex.batch, annex.held TO annex_planner;
GRANT UPDATE (read, held, batches) ON annex.run TO annex_planner;
-- For --keep alone, which takes the rows of a whole run with it. Without it, a run is there for good.
GRANT DELETE ON annex.run TO annex_planner;

GRANT INSERT ON annex.pack TO annex_worker;
GRANT UPDATE (attempts, taken_at, trying, deaths, settled_at, made, reused, held, failed)
  ON annex.batch TO annex_worker;
GRANT UPDATE (settled, finished_at, manifest) ON annex.run TO annex_worker;

-- The queue.
GRANT USAGE ON SCHEMA annex_queue TO annex_planner, annex_worker;
GRANT SELECT ON ALL TABLES IN SCHEMA annex_queue TO annex_planner, annex_worker;
GRANT INSERT ON annex_queue.queue, annex_queue.job, annex_queue.job_common TO annex_planner, annex_worker;
GRANT UPDATE ON annex_queue.queue, annex_queue.version TO annex_planner, annex_worker;
GRANT UPDATE, DELETE ON annex_queue.job, annex_queue.job_common TO annex_worker;
GRANT DELETE ON annex_queue.job_dependency TO annex_worker;
