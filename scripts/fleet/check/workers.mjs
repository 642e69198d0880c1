// Workers under somebody's eye: one that ends is started anew, as a cluster would, and some are killed.
import { spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { commandOf } from '../annex.mjs';

/** Lines of what a worker said, which are shown when a check fails. */
const mostKept = 40;

export class Workers {
  /** Ended by themselves, with what. */
  ended = [];
  lines = [];
  #running = new Set();
  #killed = new Set();
  #over = false;

  constructor(words, environment, preload) {
    this.words = words;
    this.environment = environment;
    this.preload = preload;
  }

  get killed() {
    return this.#killed.size;
  }

  start(count) {
    for (let i = 0; i < count; i++) this.#begin();
  }

  /** Ends one of them at once, as a host that loses its power. */
  kill(draw) {
    const running = [...this.#running];
    const one = running[Math.floor(draw() * running.length)];
    if (one === undefined) return;
    this.#running.delete(one);
    this.#killed.add(one);
    one.kill('SIGKILL');
  }

  /** Asks all to end in good order, and gives their exit codes. */
  async stop() {
    this.#over = true;
    const running = [...this.#running];
    const codes = running.map((child) => new Promise((done) => child.once('exit', (code) => done(code))));
    for (const child of running) child.kill('SIGTERM');
    return Promise.all(codes);
  }

  #begin() {
    const [program, args] = commandOf(this.words, this.preload);
    const env = { ...process.env, ...this.environment };
    const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
    this.#running.add(child);
    child.stderr.setEncoding('utf8').on('data', (text) => this.#hear(text));
    child.once('exit', async (code, signal) => {
      this.#running.delete(child);
      if (this.#over) return;
      if (!this.#killed.has(child)) this.ended.push(signal ?? code);
      await setTimeout(200);
      if (!this.#over) this.#begin();
    });
  }

  #hear(text) {
    this.lines.push(...text.split('\n').filter((line) => line !== ''));
    this.lines.splice(0, this.lines.length - mostKept);
  }
}
