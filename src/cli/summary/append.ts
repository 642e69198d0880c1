import { appendFileSync } from 'node:fs';
import { faultOf } from '../../workspace/errno.ts';

/** Appends the account of a run to the file that was named, if one was: several steps may write into one. Throws WorkspaceFault. */
export function appendSummary(path: string | undefined, text: string): void {
  if (path === undefined) return;
  try {
    appendFileSync(path, text);
  } catch (thrown) {
    throw faultOf(path, 'written', thrown);
  }
}
