import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Lends a folder of its own for as long as the work lasts. */
export async function withScratch(work) {
  const folder = mkdtempSync(join(tmpdir(), 'annex-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
