// A bucket on versitygw, a real S3 server, with a user that may do with it what docs/fleet/bucket-policy.json says.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, listening } from './ports.mjs';
import { signed } from './signed.mjs';

const program = fileURLToPath(new URL('../.tools/bin/versitygw-v1.8.0', import.meta.url));
const policy = new URL('../../../docs/fleet/bucket-policy.json', import.meta.url);

/** What may have been set up is there. */
export function hasVersitygw() {
  return existsSync(program);
}

export class Bucket {
  name = 'annex';
  root = { accessKeyId: 'root-of-this-check', secretAccessKey: 'secret-of-this-check-alone' };
  worker = { accessKeyId: 'annex-worker', secretAccessKey: 'secret-of-a-worker-of-this-check' };

  static async start(folder = mkdtempSync(join(tmpdir(), 'annex-bucket-'))) {
    const server = new Bucket();
    server.folder = folder;
    for (const part of ['data', 'users']) mkdirSync(join(folder, part), { recursive: true });
    server.port = await freePort();
    await server.listen();
    await server.ask('PUT', '');
    server.admin(
      'create-user',
      '-a',
      server.worker.accessKeyId,
      '-s',
      server.worker.secretAccessKey,
      '-r',
      'user',
    );
    await server.ask('PUT', '?policy', readPolicy(server.worker.accessKeyId));
    return server;
  }

  get endpoint() {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The store of workers, at this server or at what stands before it. */
  url(endpoint = this.endpoint) {
    return `s3://${this.name}/nights?endpoint=${endpoint}`;
  }

  get environment() {
    const { accessKeyId, secretAccessKey } = this.worker;
    return { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey };
  }

  async listen() {
    const { accessKeyId, secretAccessKey } = this.root;
    const args = [
      '--port',
      `127.0.0.1:${this.port}`,
      '--iam-dir',
      join(this.folder, 'users'),
      '--keep-alive',
      '--quiet',
    ];
    this.process = spawn(program, [...args, 'posix', join(this.folder, 'data')], {
      env: { ...process.env, ROOT_ACCESS_KEY_ID: accessKeyId, ROOT_SECRET_ACCESS_KEY: secretAccessKey },
      stdio: 'ignore',
    });
    await listening(this.port, 'versitygw');
  }

  /** Ends the server and removes what it held. */
  async stop() {
    const ended = once(this.process, 'exit');
    this.process.kill();
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** One request of somebody's, the owner's where nobody is named; throws where it is refused. */
  async ask(method, path, body, keys = this.root) {
    const answer = await this.answer(method, path, body, keys);
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }

  answer(method, path, body, keys) {
    return signed(keys, method, `${this.endpoint}/${this.name}${path}`, body);
  }

  admin(...args) {
    const { accessKeyId, secretAccessKey } = this.root;
    const env = {
      ...process.env,
      ADMIN_ACCESS_KEY_ID: accessKeyId,
      ADMIN_SECRET_ACCESS_KEY: secretAccessKey,
    };
    const all = ['admin', '--endpoint-url', this.endpoint, ...args];
    const { status, stdout, stderr } = spawnSync(program, all, { env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`versitygw ${args[0]}: ${stdout}${stderr}`);
  }
}

/** The documented policy, for a user of this server: Amazon calls a principal by a longer name. */
function readPolicy(user) {
  const { Version, Statement } = JSON.parse(readFileSync(policy, 'utf8'));
  return JSON.stringify({
    Version,
    Statement: Statement.map((one) => ({ ...one, Principal: { AWS: [user] } })),
  });
}
