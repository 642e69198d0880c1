import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Loaded, loadCompiled } from './compiled.ts';

const digestOf = (answer: number): string => createHash('sha256').update(String(answer)).digest('hex');

/** A program that answers a number, and a folder to keep its compiled code in. */
function laidOut(answer: number, folder = mkdtempSync(join(tmpdir(), 'annex-compiled-'))) {
  const path = join(folder, 'program.cjs');
  writeFileSync(path, `// ${digestOf(answer)}\nexports.answer = () => ${answer};\n`);
  return { folder, load: (work = 'build') => loadCompiled(path, work, join(folder, 'kept')) };
}

const answerOf = ({ exports }: Loaded): number => (exports as { answer: () => number }).answer();

describe('what V8 compiled of a program', () => {
  it('is taken by the next process that does the same', () => {
    const { load } = laidOut(42);
    const first = load();
    expect([first.wasCompiled, answerOf(first)]).toEqual([false, 42]);
    first.keep();
    const [second, other] = [load(), load('check')];
    expect([second.wasCompiled, answerOf(second)]).toEqual([true, 42]);
    expect([other.wasCompiled, answerOf(other)]).toEqual([false, 42]);
  });

  it('is not taken for another program of the same length', () => {
    const { folder, load } = laidOut(42);
    load().keep();
    const other = laidOut(43, folder).load();
    expect([other.wasCompiled, answerOf(other)]).toEqual([false, 43]);
  });

  it('is made again where it is damaged', () => {
    const { folder, load } = laidOut(42);
    load().keep();
    const kept = join(folder, 'kept');
    const file = join(kept, readdirSync(kept)[0]!);
    const damaged = `${digestOf(44)}12345678damaged`;
    writeFileSync(file, damaged);
    const mended = laidOut(44, folder).load();
    expect([mended.wasCompiled, answerOf(mended)]).toEqual([false, 44]);
    mended.keep();
    expect(readFileSync(file, 'latin1')).not.toBe(damaged);
  });

  it('is gathered from the first runs, and then left as it is', () => {
    const { folder, load } = laidOut(42);
    const kept = (): Buffer => readFileSync(join(folder, 'kept', readdirSync(join(folder, 'kept'))[0]!));
    const states = Array.from({ length: 6 }, () => {
      load().keep();
      return kept();
    });
    expect(states[3]!.equals(states[2]!)).toBe(false);
    expect(states[5]!.equals(states[3]!)).toBe(true);
  });

  it('is not kept where nothing can be written', () => {
    const { folder } = laidOut(42);
    const path = join(folder, 'program.cjs');
    const loaded = loadCompiled(path, 'build', join(path, 'kept'));
    loaded.keep();
    expect(answerOf(loaded)).toBe(42);
  });
});
