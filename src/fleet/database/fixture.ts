import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { type QueueUrl, readQueueUrl } from '../queue-url.ts';

/* A PostgreSQL of a test's own, in a folder that is removed, at a port that was free. */

const debian = '/usr/lib/postgresql';

/** The programs of the newest PostgreSQL that is installed; undefined where none is. */
function findPostgres(): string | undefined {
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const whole = versions.filter((version) => existsSync(join(debian, version, 'bin', 'initdb')));
  const [newest] = whole.toSorted((a, b) => Number(b) - Number(a));
  return newest && join(debian, newest, 'bin');
}

const programs = findPostgres();

/** Tests that need a PostgreSQL: without one they are skipped aloud, and fail where nobody would hear it. */
export const describeWithPostgres = (title: string, tests: () => void): void => {
  if (programs !== undefined || process.env.CI === 'true') return void describe(title, tests);
  console.warn(`SKIPPED: ${title}: no PostgreSQL is installed in ${debian} (apt-get install postgresql).`);
  describe.skip(title, tests);
};

export type Server = {
  readonly urlOf: (role: string, database?: string) => QueueUrl;
  /** Pulls the plug and starts again. */
  readonly restart: () => void;
  readonly stop: () => void;
};

export async function startPostgres(): Promise<Server> {
  if (programs === undefined) throw new Error(`No PostgreSQL is installed in ${debian}.`);
  const folder = mkdtempSync(join(tmpdir(), 'annex-postgres-'));
  // The server is not root's, though the test may be.
  chmodSync(folder, 0o777);
  const data = join(folder, 'data');
  const port = await freePort();
  run('initdb', ['-D', data, '-U', 'postgres', '--auth=trust', '--locale=C.UTF-8', '--no-sync']);
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`;
  const start = () => run('pg_ctl', ['start', '-D', data, '-w', '-l', join(folder, 'log'), '-o', options]);
  const end = () => run('pg_ctl', ['stop', '-D', data, '-w', '-m', 'immediate']);
  start();
  return {
    urlOf: (role, database = 'postgres') =>
      readQueueUrl(`postgres://${role}@127.0.0.1:${port}/${database}`, {}),
    restart: () => {
      end();
      start();
    },
    stop: () => {
      end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function run(program: string, args: readonly string[]): void {
  const command = [join(programs!, program), ...args];
  const asOther = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--'] : [];
  const [first, ...others] = [...asOther, ...command];
  // Not through a pipe: the server would hold it open.
  const { status } = spawnSync(first!, others, { stdio: 'ignore', cwd: tmpdir() });
  if (status !== 0) throw new Error(`${program} ended with ${status}.`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve((address as { port: number }).port));
    });
  });
}
