import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { OutputFault } from '../publish/output-folder.ts';
import { workAlone } from './alone.ts';
import type { Ledger, LedgerEntry, Noted } from './ledger.ts';
import { folderOf } from './names.ts';

/** Where the ledger of a folder of packs lies in it. */
export const ledgerFile = join('.annex', 'ledger.jsonl');

/** Where in the file a line stands: what is held of it instead of the line. */
type Span = { readonly start: number; readonly length: number };

type Line =
  | LedgerEntry
  | { readonly run: number; readonly begun: true }
  | { readonly run: number; readonly finished: true };

/**
 * A file of JSON lines as a ledger: one line a contract, one where a run begins and one where it is through. A line that was
 * torn when a run ended is cut off. Of each line its place alone is held. One run at a time may have it open.
 *
 * @param goOn goes on with the last run, though that may have come to its end: who ended it cannot know
 * Throws OutputFault.
 */
export function openLedger(path: string, goOn: boolean): Ledger {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const release = workAlone(`${path}.lock`);
    try {
      return new LedgerFile(path, goOn, release);
    } catch (cause) {
      release();
      throw cause;
    }
  } catch (cause) {
    throw cause instanceof OutputFault ? cause : new OutputFault(path, cause);
  }
}

/** More than the line takes that says that a run is through. */
const lastBytes = 128;

/** Whether the last run in a ledger did not come to its end: it was ended, or is under way. Throws OutputFault. */
export function isRunOpen(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    const file = openSync(path, 'r');
    const { size } = fstatSync(file);
    const bytes = Buffer.alloc(Math.min(size, lastBytes));
    readSync(file, bytes, 0, bytes.length, size - bytes.length);
    closeSync(file);
    const last = parseLine(bytes.subarray(bytes.lastIndexOf(0x0a, -2) + 1));
    return size > 0 && (last === undefined || !('finished' in last));
  } catch (cause) {
    throw new OutputFault(path, cause);
  }
}

class LedgerFile implements Ledger {
  readonly run: number;
  private readonly path: string;
  private readonly file: number;
  private readonly release: () => void;
  private size: number;
  private readonly current = new Map<string, Span>();
  /** Of runs that came to their end. */
  private readonly earlier = new Map<string, Span>();
  /** Of all runs. */
  private readonly latest = new Map<string, Span>();

  constructor(path: string, goOn: boolean, release: () => void) {
    this.path = path;
    this.release = release;
    this.file = openSync(path, 'a+');
    this.size = fstatSync(this.file).size;
    this.size = this.cutTorn();
    const runs = this.runsSoFar();
    const last = Math.max(0, ...runs.keys());
    const isNew = !goOn || last === 0;
    this.run = isNew ? last + 1 : last;
    this.index(runs);
    // A run that ends before its first contract would not be the last one otherwise, which is what is gone on with.
    if (isNew) this.append({ run: this.run, begun: true });
  }

  ofThisRun(contract: string): LedgerEntry | undefined {
    return this.read(this.current.get(keyOf(contract)));
  }

  ofEarlierRun(contract: string): LedgerEntry | undefined {
    return this.read(this.earlier.get(keyOf(contract)));
  }

  last(contract: string): LedgerEntry | undefined {
    return this.read(this.latest.get(keyOf(contract)));
  }

  *contracts(): Iterable<string> {
    for (const span of this.latest.values()) {
      const entry = this.read(span)!;
      if (entry.state !== 'gone') yield entry.contract;
    }
  }

  note(noted: Noted): void {
    const span = this.append({ ...noted, run: this.run });
    this.current.set(keyOf(noted.contract), span);
    this.latest.set(keyOf(noted.contract), span);
  }

  finish(): void {
    this.append({ run: this.run, finished: true });
    fsyncSync(this.file);
  }

  close(): void {
    closeSync(this.file);
    this.release();
  }

  private append(line: Line): Span {
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
    try {
      // One of another machine cannot be kept from it, but told.
      if (fstatSync(this.file).size !== this.size) throw new Error('another run wrote to it meanwhile');
      writeSync(this.file, bytes);
    } catch (cause) {
      throw new OutputFault(this.path, cause);
    }
    const span = { start: this.size, length: bytes.length };
    this.size += bytes.length;
    return span;
  }

  private read(span: Span | undefined): LedgerEntry | undefined {
    if (span === undefined) return undefined;
    const bytes = Buffer.alloc(span.length);
    readSync(this.file, bytes, 0, span.length, span.start);
    return JSON.parse(bytes.toString('utf8')) as LedgerEntry;
  }

  /** A line is written in one go, but a machine may lose its power. */
  private cutTorn(): number {
    let whole = 0;
    for (const { span } of this.lines()) whole = span.start + span.length;
    if (whole < this.size) ftruncateSync(this.file, whole);
    return whole;
  }

  private runsSoFar(): ReadonlyMap<number, 'open' | 'finished'> {
    const runs = new Map<number, 'open' | 'finished'>();
    for (const { line } of this.lines()) runs.set(line.run, 'finished' in line ? 'finished' : 'open');
    return runs;
  }

  private index(runs: ReadonlyMap<number, 'open' | 'finished'>): void {
    for (const { line, span } of this.lines()) {
      if (!('contract' in line)) continue;
      const key = keyOf(line.contract);
      this.latest.set(key, span);
      if (line.run === this.run) this.current.set(key, span);
      else if (runs.get(line.run) === 'finished') this.earlier.set(key, span);
    }
  }

  /** The lines up to the first that is none. */
  private *lines(): Generator<{ readonly line: Line; readonly span: Span }> {
    let start = 0;
    for (const text of this.texts()) {
      const line = parseLine(text);
      if (line === undefined) return;
      yield { line, span: { start, length: text.length } };
      start += text.length;
    }
  }

  /** What stands up to each line break, with it. */
  private *texts(): Generator<Buffer> {
    const chunk = Buffer.alloc(256 * 1024);
    let held = Buffer.alloc(0);
    let at = 0;
    for (;;) {
      const read = readSync(this.file, chunk, 0, chunk.length, at);
      if (read === 0) return;
      at += read;
      held = Buffer.concat([held, chunk.subarray(0, read)]);
      let start = 0;
      for (let end = held.indexOf(0x0a); end >= 0; end = held.indexOf(0x0a, start)) {
        yield held.subarray(start, end + 1);
        start = end + 1;
      }
      held = held.subarray(start);
    }
  }
}

/** Contracts that would lie in one folder are one: the later takes the place of the earlier. */
function keyOf(contract: string): string {
  return folderOf({ id: contract });
}

function parseLine(text: Buffer): Line | undefined {
  try {
    const line: unknown = JSON.parse(text.toString('utf8'));
    return typeof line === 'object' && line !== null && 'run' in line ? (line as Line) : undefined;
  } catch {
    return undefined;
  }
}
