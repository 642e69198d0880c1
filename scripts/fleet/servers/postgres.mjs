// A PostgreSQL of its own, from Debian's package: in a folder that is removed, at a port that was free.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './ports.mjs';

const debian = '/usr/lib/postgresql';
const isRoot = process.getuid?.() === 0;

/** The newest PostgreSQL that is installed; undefined where none is. */
export function findPostgres() {
  if (!existsSync(debian)) return undefined;
  const versions = readdirSync(debian).filter((version) => existsSync(join(debian, version, 'bin/initdb')));
  const newest = versions.toSorted((a, b) => Number(b) - Number(a))[0];
  return newest && join(debian, newest, 'bin');
}

export class Postgres {
  /** The password of every role of this server, which nobody else reaches. */
  password = 'of-this-check-alone';

  static async start() {
    const server = new Postgres();
    server.bin = findPostgres();
    server.folder = mkdtempSync(join(tmpdir(), 'annex-postgres-'));
    server.port = await freePort();
    const secret = join(server.folder, 'password');
    writeFileSync(secret, server.password);
    chmodSync(server.folder, 0o777);
    server.as('initdb', [
      ...['-D', server.data, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${secret}`],
      '--locale=C.UTF-8',
    ]);
    server.control('start');
    return server;
  }

  get data() {
    return join(this.folder, 'data');
  }

  /** How a role of it connects, without its password, which belongs into PGPASSWORD. */
  url(role, database = 'postgres') {
    return `postgres://${role}@127.0.0.1:${this.port}/${database}`;
  }

  get environment() {
    const { password } = this;
    // The last three are what docs/fleet/passwords.sql reads.
    const roles = { PLANNER_PASSWORD: password, WORKER_PASSWORD: password, READER_PASSWORD: password };
    return { PGPASSWORD: password, ...roles };
  }

  /** `immediate` is what a power cut is: nothing is written any more, and the log is replayed at the start. */
  restart(mode = 'fast') {
    this.control('stop', '-m', mode);
    this.control('start');
  }

  /** Ends the server and removes its folder. */
  stop() {
    this.control('stop', '-m', 'immediate');
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Runs SQL as the superuser, or as another role, and gives its rows: cells by tabs, no header. */
  sql(text, role = 'postgres') {
    const { status, stdout, stderr } = this.ask(text, role);
    if (status !== 0) throw new Error(`psql: ${stderr}`);
    return stdout
      .trimEnd()
      .split('\n')
      .filter((row) => row !== '')
      .map((row) => row.split('\t'));
  }

  /** The same, where the role may be refused. */
  ask(text, role) {
    return spawnSync('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-At', '-F', '\t', this.url(role)], {
      env: { ...process.env, ...this.environment },
      input: text,
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    });
  }

  control(action, ...args) {
    const options = `-p ${this.port} -k ${this.folder} -c listen_addresses=127.0.0.1`;
    const start = action === 'start' ? ['-o', options] : [];
    this.as('pg_ctl', [action, '-D', this.data, '-w', '-l', join(this.folder, 'log'), ...start, ...args]);
  }

  /** PostgreSQL refuses to be root's. */
  as(program, args) {
    const command = [join(this.bin, program), ...args];
    const [first, ...others] = isRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command;
    // Not through a pipe: the server would hold it open.
    const { status } = spawnSync(first, others, { stdio: 'ignore', cwd: tmpdir() });
    if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}.`);
  }
}
