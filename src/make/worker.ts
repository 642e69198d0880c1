/** A thread that makes artifacts: it is given values, reads no file of the workspace, and gives bytes back. */
import { workerData } from 'node:worker_threads';
import type { Task, TaskResult } from './crew.ts';
import { makeChanged } from './make.ts';
import { sweeping } from './sweep.ts';
import { setUpWorkshop, type Tools, type Workshop } from './workshop.ts';

let workshop: Workshop | undefined;

/** Makes one artifact. What is thrown is a bug, and is handed on as one: a thread that ends is another matter. */
export default async function makeTask({ order, before }: Task): Promise<TaskResult> {
  try {
    workshop ??= setUpWorkshop(workerData as Tools);
    const tools = workshop;
    return await sweeping(() => makeChanged(tools, order, before));
  } catch (thrown) {
    return { thrown: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) };
  }
}
