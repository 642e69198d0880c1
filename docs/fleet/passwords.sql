-- Passwords of the roles, from the environment: on a command line everybody on the machine could read them.
\getenv planner PLANNER_PASSWORD
\getenv worker WORKER_PASSWORD
\getenv reader READER_PASSWORD
ALTER ROLE annex_planner PASSWORD :'planner';
ALTER ROLE annex_worker PASSWORD :'worker';
ALTER ROLE annex_reader PASSWORD :'reader';
