// Stands between workers and an S3 server and does to one call in twenty what networks and busy stores do. A process of its own:
// node faulty.mjs PORT TARGET_PORT SEED. Tells its parent what it did whenever it is asked.

import { fork } from 'node:child_process';
import { Agent, createServer, request } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chance } from './chance.mjs';
import { freePort, listening } from './ports.mjs';

const share = 0.05;
const slowness = 1500;

/** `busy`: 503, and the server hears of nothing. `unheard`: it did what was asked, and nobody hears of it. */
const faults = ['busy', 'reset', 'unheard', 'torn', 'slow'];

const [port, target, seed] = process.argv.slice(2).map(Number);
if (process.send) stand();

/** Starts such a process; `counts` asks how often it did what. */
export async function startFaulty(target, seed) {
  const port = await freePort();
  const child = fork(fileURLToPath(import.meta.url), [port, target, seed].map(String));
  await listening(port, 'The faulty line');
  const counts = () =>
    new Promise((done) => {
      child.once('message', done);
      child.send('counts');
    });
  return { endpoint: `http://127.0.0.1:${port}`, counts, stop: () => child.kill() };
}

function stand() {
  const draw = chance(seed);
  const agent = new Agent({ keepAlive: true });
  const counts = { calls: 0, ...Object.fromEntries(faults.map((fault) => [fault, 0])) };
  process.on('message', () => process.send(counts));
  const server = createServer((asked, answer) => {
    counts.calls++;
    const fault = draw() < share ? faults[Math.floor(draw() * faults.length)] : undefined;
    if (fault !== undefined) counts[fault]++;
    answer.on('error', () => {});
    asked.on('error', () => {});
    pass(asked, answer, fault).catch(() => asked.socket.destroy());
  });
  server.listen(port, '127.0.0.1');

  async function pass(asked, answer, fault) {
    if (fault === 'reset') return asked.socket.destroy();
    if (fault === 'busy') return refuse(asked, answer);
    if (fault === 'slow') await setTimeout(slowness);
    const { method, url: path, headers } = asked;
    const passed = request({ agent, port: target, host: '127.0.0.1', method, path, headers });
    passed.on('error', () => asked.socket.destroy());
    passed.on('response', (came) => {
      if (fault === 'unheard') return came.resume().on('end', () => asked.socket.destroy());
      answer.writeHead(came.statusCode, came.headers);
      if (fault !== 'torn') return came.pipe(answer);
      came.once('data', (bytes) => {
        answer.write(bytes.subarray(0, bytes.length / 2), () => asked.socket.destroy());
        came.resume();
      });
      came.on('end', () => asked.socket.destroy());
    });
    asked.pipe(passed);
  }
}

async function refuse(asked, answer) {
  await asked.resume().toArray();
  answer.writeHead(503, { 'content-type': 'application/xml' });
  answer.end('<?xml version="1.0"?><Error><Code>SlowDown</Code></Error>');
}
