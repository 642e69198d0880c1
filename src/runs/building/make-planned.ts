import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Decider, type Decision, type Reason } from '../../cache/decide.ts';
import type { BuildRecord, MadeFrom } from '../../cache/record.ts';
import type { Reach } from '../../cache/scope.ts';
import type { Tracer } from '../../cache/trace.ts';
import type { Frame } from '../../catalogue/frame.ts';
import type { Checked } from '../../diagnostics/checked.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { type Crew, crewSize, workAlone, workTogether } from '../../make/crew.ts';
import type { Made } from '../../make/make.ts';
import type { PlannedArtifact } from '../../plan/plan.ts';
import type { Publisher } from '../../publish/publish.ts';
import { weigh } from '../../publish/weigh.ts';
import { toolsOf, workshopOf } from '../opening/open.ts';
import { orderOf, type Stock } from './stock.ts';

/** What artifacts are made of, and how. */
export type Making = {
  readonly stock: Stock;
  /** What an earlier build left. */
  readonly record: BuildRecord | undefined;
  readonly tracer: Tracer;
  readonly jobs?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number, artifact: PlannedArtifact) => void;
};

/** What became of the artifacts of a plan; what was made or left is with the publisher. */
export type PlannedResult = {
  readonly held: readonly PlannedArtifact[];
  /** What only making them brought out. */
  readonly found: readonly Diagnostic[];
  /** By path. */
  readonly from: ReadonlyMap<string, MadeFrom>;
  readonly reasons: ReadonlyMap<string, Reason>;
};

/** Decides for each artifact of a plan whether its sources changed. */
export function decideAll(
  { frame, plan }: Pick<Stock, 'frame' | 'plan'>,
  { record, tracer }: Pick<Making, 'record' | 'tracer'>,
  publisher: Publisher,
): Decision[] {
  const decider = new Decider(record, tracer.trace());
  return plan.make.map((artifact) =>
    decider.decide(artifact, reachOf(artifact, frame), publisher.weigh(artifact.path)),
  );
}

/** Whether an artifact stays as an earlier build made it. */
export function isStanding({ because }: Decision): boolean {
  return because === undefined;
}

/** Makes the artifacts whose sources changed, and leaves the others as an earlier build made them. */
export async function makePlanned(
  making: Making,
  decisions: readonly Decision[],
  publisher: Publisher,
): Promise<PlannedResult> {
  const { plan } = making.stock;
  const outcomes = new Map<PlannedArtifact, Outcome>();
  for (const decision of decisions)
    if (isStanding(decision)) outcomes.set(decision.artifact, leave(decision, publisher));
  const changed = decisions.filter((decision) => !isStanding(decision));
  await makeAll(making, changed, (decision, made) =>
    outcomes.set(decision.artifact, publishMade(decision, made, publisher)),
  );
  return gather(plan.make.map((artifact) => [artifact, outcomes.get(artifact)!]));
}

/** What became of one artifact. */
type Outcome = {
  readonly found: readonly Diagnostic[];
  /** Absent where it could not be made. */
  readonly from?: MadeFrom;
  /** Absent where it stayed as it was. */
  readonly because?: Reason;
};

function gather(outcomes: readonly (readonly [PlannedArtifact, Outcome])[]): PlannedResult {
  return {
    held: outcomes.flatMap(([artifact, { from }]) => (from === undefined ? [artifact] : [])),
    found: outcomes.flatMap(([, { found }]) => found),
    from: new Map(outcomes.flatMap(([{ path }, { from }]) => (from ? [[path, from] as const] : []))),
    reasons: new Map(
      outcomes.flatMap(([{ path }, { because }]) => (because ? [[path, because] as const] : [])),
    ),
  };
}

/** Texts come in the artifact's language and in the one that prevails; words of templates fall back to the workspace's. */
function reachOf(artifact: PlannedArtifact, { products, shelves, language: reference }: Frame): Reach {
  const { product, edition, language, brand, kind, frozen } = artifact;
  const { language: prevailing } = frozen
    ? shelves.get(product)!.released.find((one) => one.edition === edition)!
    : products.find(({ id }) => id === product)!;
  return { product, brand, kind, frozen, languages: [...new Set([language, prevailing, reference])] };
}

/** Makes artifacts in the order of the plan, product after product: the edition of one is opened once. */
async function makeAll(
  making: Making,
  decisions: readonly Decision[],
  finish: (decision: Decision, made: Checked<Made>) => void,
): Promise<void> {
  const crew = await assembleCrew(making, decisions.length);
  const queue = decisions.values();
  let started = 0;
  const work = async (): Promise<void> => {
    for (const decision of queue) {
      const { artifact, before } = decision;
      // Lets signals in.
      await setImmediate();
      making.signal?.throwIfAborted();
      making.onProgress?.(++started, decisions.length, artifact);
      finish(decision, await crew.make({ order: orderOf(making.stock, artifact), before: before?.tree }));
    }
  };
  try {
    await Promise.all(Array.from({ length: crew.places }, work));
  } finally {
    await crew.close();
  }
}

async function assembleCrew({ stock, jobs }: Making, artifacts: number): Promise<Crew> {
  const threads = crewSize(artifacts, availableParallelism(), jobs);
  if (threads === 1) return workAlone(workshopOf(stock, stock.frame));
  return workTogether(toolsOf(stock, stock.frame), threads);
}

function publishMade(
  decision: Decision,
  { value, diagnostics: found }: Checked<Made>,
  publisher: Publisher,
): Outcome {
  if (value === undefined) return { found };
  const { artifact, sources, before, because } = decision;
  const { tree, bytes } = value;
  // Composed from changed sources, it says what it said: then its file is the one that it was rendered to.
  if (bytes === undefined) return leave({ ...decision, before: { ...before!, found } }, publisher);
  const { sha256 } = weigh(bytes);
  const from = { sources, tree, sha256, found };
  // Not every format shows all of its tree: Markdown has no colours.
  if (sha256 === before?.sha256) return leave({ ...decision, before: from }, publisher);
  publisher.stage(artifact, bytes);
  return { found, from, ...(because && { because }) };
}

function leave({ artifact, sources, before }: Decision, publisher: Publisher): Outcome {
  publisher.leave(artifact);
  return { found: before!.found, from: { ...before!, sources } };
}
