// The program that is measured: its compiled modules, and the artifacts that it makes of a workspace.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';

/** The repository: its products are what the documents of this bench grow from. */
export const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** The folder that holds the program's dist/: the repository, or where BENCH_PROGRAM says an older one lies. */
export const programFolder = process.env.BENCH_PROGRAM ?? root;

/** The command, as a user runs it. */
export const command = join(programFolder, 'dist', 'cli', 'annex.js');

/**
 * The command as npm puts it on a user's path, by its name and first words: for this repository the launcher that was made when it
 * was installed, for another copy its script.
 */
export const installed =
  programFolder === root ? [join(root, 'node_modules', '.bin', 'annex')] : [process.execPath, command];

/** A compiled module of the program, such as `open.js`. */
export const from = (path) => import(pathToFileURL(join(programFolder, 'dist', path)).href);

/** Asks of V8 what the command asks of it: an older program says it in another place. */
export async function askAsTheCommand() {
  const { tuneV8 } = await from('cli/v8.js').catch(() => ({
    tuneV8: () => setFlagsFromString('--heap-growing-percent=90'),
  }));
  tuneV8();
}

/**
 * Opens a workspace: the artifacts of its plan in some of its formats, what each is made from, and how it is made, from the
 * checked model to proved bytes, as a build makes it. What is held meanwhile is what a build holds.
 */
export async function openArtifacts(folder, formatIds) {
  const { everything } = await from('plan/plan.js');
  const { composeOrder } = await from('make/compose.js');
  const { makeOrder, renderTree } = await from('make/make.js');
  const { sweeping } = await from('make/sweep.js');
  const { workshop, plan, orderOf } = await openAsABuild(folder, { ...everything, formats: formatIds });
  if (plan.held.length > 0)
    throw new Error(`${folder} has errors that hold ${plan.held.length} artifacts back`);
  return {
    artifacts: plan.make,
    orderOf,
    /** `{tree}` and what renders it. */
    compose: (artifact) => composeOrder(workshop, orderOf(artifact)).value,
    render: async (composed) => (await renderTree(composed)).bytes,
    /** compose -> render -> prove. */
    make: async (artifact) => {
      const { value, diagnostics } = await sweeping(() => makeOrder(workshop, orderOf(artifact)));
      if (value === undefined) throw new Error(`${artifact.path}: ${diagnostics[0]?.message}`);
      return value.bytes;
    },
  };
}

async function openAsABuild(folder, request) {
  const { workshopOf } = await from('runs/opening/open.js');
  const stocking = await from('runs/building/stock.js').catch(() => undefined);
  if (stocking === undefined) return openAsEarlier(folder, request);
  const { value: stock } = stocking.openStock(folder, request);
  const orderOf = (artifact) => stocking.orderOf(stock, artifact);
  return { workshop: workshopOf(stock, stock.frame), plan: stock.plan, orderOf };
}

/** An older program holds the whole checked model while it makes anything of it. */
async function openAsEarlier(folder, request) {
  const { openSources, workshopOf } = await from('runs/opening/open.js');
  const { planArtifacts } = await from('plan/plan.js');
  const { formats } = await from('formats/registry.js');
  const { orderFor } = await from('runs/opening/order.js');
  const opened = openSources(folder);
  const { catalogue, diagnostics } = opened;
  const plan = planArtifacts(catalogue, diagnostics, request, formats);
  const orderOf = (artifact) => orderFor(catalogue, artifact);
  return { workshop: workshopOf(opened, catalogue), plan, orderOf };
}
