import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Piscina } from 'piscina';
import { describe, expect, it } from 'vitest';
import { checked } from '../diagnostics/checked.ts';
import { crewSize, runTask, type Task, type TaskResult } from './crew.ts';

const task = {
  order: { artifact: { product: 'mail', language: 'fr', format: 'pdf' } },
  before: undefined,
} as unknown as Task;
const made: TaskResult = checked({ tree: 'x', bytes: new Uint8Array([1]) });

/** Ends as often as it is told to before it makes anything. */
function endingTimes(times: number): () => Promise<TaskResult> {
  let left = times;
  return async () => {
    if (left-- > 0) throw new Error('worker exited with code: 134');
    return made;
  };
}

describe('a task whose thread ends', () => {
  it('is done once more', async () => {
    expect(await runTask(endingTimes(1), task)).toEqual(made);
  });

  it('is reported the second time, as a finding that keeps this artifact alone', async () => {
    const { value, diagnostics } = await runTask(endingTimes(2), task);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { rule: 'make-lost', severity: 'error', scope: { product: 'mail', language: 'fr' } },
    ]);
    expect(diagnostics[0]!.message).toContain('worker exited with code: 134');
  });

  it('is a bug where its code threw, and is not tried again', async () => {
    let tried = 0;
    const broken = async (): Promise<TaskResult> => ({ thrown: `TypeError: ${++tried}` });
    await expect(runTask(broken, task)).rejects.toThrow('TypeError: 1');
  });
});

describe('a thread that ends', () => {
  it('is replaced, and its task done by another', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'annex-crew-'));
    const file = join(folder, 'worker.mjs');
    const code = `import { existsSync, writeFileSync } from 'node:fs';
      export default () => {
        if (existsSync('${folder}/ended')) return { value: { tree: 'x' }, diagnostics: [] };
        writeFileSync('${folder}/ended', '');
        process.exit(7);
      };`;
    writeFileSync(file, code);
    const pool = new Piscina<Task, TaskResult>({ filename: pathToFileURL(file).href, maxThreads: 1 });
    const result = await runTask((one) => pool.run(one), task);
    expect(result).toEqual({ value: { tree: 'x' }, diagnostics: [] });
    await pool.destroy();
    rmSync(folder, { recursive: true });
  });
});

describe('a crew', () => {
  it('is no larger than pays, nor than there are cores', () => {
    expect([crewSize(10, 8), crewSize(100, 8), crewSize(10_000, 8)]).toEqual([1, 2, 8]);
  });

  it('is as large as was asked for', () => {
    expect([crewSize(10_000, 8, 1), crewSize(24, 8, 3), crewSize(2, 8, 3), crewSize(0, 8, 3)]).toEqual([
      1, 3, 2, 1,
    ]);
  });
});
