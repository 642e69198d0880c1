import { join, relative, resolve } from 'node:path';
import type { Reason } from './cache/decide.ts';
import { programDigest } from './cache/program.ts';
import { type BuildRecord, type MadeFrom, recordFile, writeRecord } from './cache/record.ts';
import { Tracer } from './cache/trace.ts';
import { brandsFolder } from './catalogue/brands.ts';
import type { Frame } from './catalogue/frame.ts';
import { productsFolder } from './catalogue/products.ts';
import { distinct } from './diagnostics/diagnostic.ts';
import { type LocatedDiagnostic, sortDiagnostics } from './diagnostics/located.ts';
import { formats } from './formats/registry.ts';
import { everything, type Plan, type PlannedArtifact, type Request } from './plan/plan.ts';
import { checkRequest } from './plan/request.ts';
import type { PublishedArtifact } from './publish/manifest.ts';
import { OutputFolder } from './publish/output-folder.ts';
import { type Publication, Publisher } from './publish/publish.ts';
import { downloadPage } from './runs/building/download-page.ts';
import { decideAll, isStanding, type Making, makePlanned } from './runs/building/make-planned.ts';
import { digestIndex, findStanding, openRecord } from './runs/building/standing.ts';
import { openPlanned, type Planned } from './runs/building/stock.ts';
import { locateIn, type Opened } from './runs/opening/open.ts';
import { packageFiles } from './workspace/packages.ts';

export type BuildOptions = {
  /** Folder of the workspace. */
  readonly workspace: string;
  /** Output folder; `output` in the workspace where it is left out. */
  readonly out?: string;
  readonly request?: Request;
  /** Makes everything again, whatever an earlier build left. */
  readonly force?: boolean;
  /** How many threads make artifacts; as many as pay where it is left out. */
  readonly jobs?: number;
  /** Ends the build: it throws the reason, and every published path is as it was. */
  readonly signal?: AbortSignal;
  /** Called before each artifact that is made. */
  readonly onProgress?: (done: number, total: number, artifact: PlannedArtifact) => void;
};

export type BuildResult = {
  readonly out: string;
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** Absent where the workspace could not be read at all: then every published path is as it was. */
  readonly publication: Publication | undefined;
  /** What was asked for and not made. */
  readonly held: readonly PlannedArtifact[];
  /** Why each artifact was made, by path. */
  readonly reasons: ReadonlyMap<string, Reason>;
};

/**
 * Builds a workspace: read -> parse -> assemble -> plan -> compose -> render -> prove -> publish.
 *
 * Throws WorkspaceFault and OutputFault where files cannot be used, UnknownName where the request names what is not
 * there. Everything else that is wrong comes back as diagnostics.
 */
export async function buildWorkspace(options: BuildOptions): Promise<BuildResult> {
  const { workspace, out = join(workspace, 'output'), request = everything } = options;
  const record = options.force ? undefined : openRecord(out);
  const standing = record && findStanding(record, request, workspace, out);
  if (record !== undefined && standing !== undefined) {
    const { diagnostics, held } = record;
    return { out, diagnostics, publication: standing, held, reasons: new Map() };
  }
  const tracer = new Tracer();
  const { value: planned, diagnostics } = openPlanned(workspace, request, (source, prefix) =>
    tracer.watch(source, prefix),
  );
  if (planned === undefined)
    return { out, diagnostics, publication: undefined, held: [], reasons: new Map() };
  checkRequest(request, namesIn(planned, planned.frame));
  refuseSourceFolders(workspace, out);
  watchFonts(tracer, planned.frame);
  return publishBuild({ ...options, out, request, record, planned, found: diagnostics, tracer });
}

/** A build on its way: what it was asked, what it read, and what an earlier one left. */
type Build = BuildOptions &
  Omit<Making, 'stock'> & {
    readonly planned: Planned;
    readonly out: string;
    readonly request: Request;
    readonly tracer: Tracer;
    /** What was found in the sources. */
    readonly found: readonly LocatedDiagnostic[];
  };

/** Makes what has to be made, leaves what stands, and publishes both at once. */
async function publishBuild(build: Build): Promise<BuildResult> {
  const { out, request, planned, found } = build;
  const publisher = new Publisher(out);
  try {
    const decisions = decideAll(planned, build, publisher);
    const changed = decisions.filter((decision) => !isStanding(decision));
    const stock = planned.putAway(new Set(changed.map(({ artifact }) => artifact.product)));
    const { plan, frame, listed } = stock;
    const made = await makePlanned({ ...build, stock }, decisions, publisher);
    const held = [...plan.held, ...made.held];
    const publication = publisher.commit(
      request,
      (earlier) => couldNotBeMade(earlier, planned, held),
      downloadPage(frame, listed),
    );
    const diagnostics = sortDiagnostics([...found, ...locateIn(stock.overlaid)(distinct(made.found))]);
    const artifacts = madeFrom(publication, made.from, build.record);
    remember(publisher, { ...build, diagnostics, held, artifacts });
    return { out, diagnostics, publication: inOrder(publication, plan), held, reasons: made.reasons };
  } finally {
    publisher.close();
  }
}

/** What is published beside what this build was asked for is still made from what the record says. */
function madeFrom(
  { artifacts }: Publication,
  now: ReadonlyMap<string, MadeFrom>,
  record: BuildRecord | undefined,
): BuildRecord['artifacts'] {
  const paths = artifacts.map(({ path }) => path).sort();
  const known = paths.map((path) => [path, now.get(path) ?? record?.artifacts[path]] as const);
  return Object.fromEntries(known.filter((entry): entry is [string, MadeFrom] => entry[1] !== undefined));
}

type Remembered = Pick<BuildRecord, 'diagnostics' | 'held' | 'artifacts'> & Build;

function remember(publisher: Publisher, build: Remembered): void {
  const { request, tracer, diagnostics, held, artifacts, out } = build;
  const record: BuildRecord = {
    program: programDigest(),
    request,
    read: tracer.trace(),
    diagnostics,
    held,
    index: digestIndex(new OutputFolder(out)),
    artifacts,
  };
  publisher.remember(recordFile, writeRecord(record));
}

/** In the order of the plan, whichever was finished first. */
function inOrder(publication: Publication, { make }: Plan): Publication {
  const places = new Map(make.map(({ path }, i) => [path, i]));
  const sort = (artifacts: readonly PublishedArtifact[]) =>
    artifacts.toSorted((a, b) => places.get(a.path)! - places.get(b.path)!);
  return { ...publication, made: sort(publication.made), unchanged: sort(publication.unchanged) };
}

/** Fonts of installed packages are read for a brand, past the workspace. */
function watchFonts(tracer: Tracer, { brands }: Frame): void {
  const packages = tracer.watch(packageFiles, 'package:');
  for (const { fonts } of brands.values()) {
    const { heading, body, fallback } = fonts;
    for (const { path } of [heading.regular, heading.semibold, body.regular, body.semibold, ...fallback])
      if (path.startsWith('package:')) packages.read(path.slice('package:'.length));
  }
}

/** Artifacts never go among the sources: a build that prunes must not live where people write. Throws OutputRefused. */
export function refuseSourceFolders(workspace: string, out: string): void {
  const inside = relative(resolve(workspace), resolve(out));
  const isSource = inside === '' || /^(?:data|templates)(?:$|[\\/])/.test(inside);
  if (out === '' || isSource) throw new OutputRefused(out);
}

/** An output folder that holds the sources of the workspace; ends a run with exit code 2. */
export class OutputRefused extends Error {
  constructor(out: string, expected = 'that is neither the workspace nor one of its sources') {
    super(`Artifacts cannot be written to '${out}': name a folder ${expected}.`);
    this.name = 'OutputRefused';
  }
}

/** What a request to this workspace may name. */
export function namesIn({ overlaid }: Pick<Opened, 'overlaid'>, frame: Frame) {
  return {
    products: overlaid.list(productsFolder).folders,
    languages: [...new Set([...frame.languages, ...releasedLanguages(frame)])],
    formats: formats.map(({ id }) => id),
    brands: overlaid.list(brandsFolder).folders,
  };
}

/** What was released in a language that is no longer built stays published in it. */
function releasedLanguages({ shelves }: Frame): string[] {
  return [...shelves.values()].flatMap(({ released }) => released.flatMap(({ languages }) => languages));
}

/** Whether an artifact of an earlier build stands for something that failed this time, and is not simply gone. */
function couldNotBeMade(
  { product, language, format }: PublishedArtifact,
  { overlaid, frame }: Planned,
  held: readonly PlannedArtifact[],
): boolean {
  const isRead = frame.products.some(({ id }) => id === product) && frame.shelves.get(product)?.whole;
  if (!isRead) return overlaid.list(productsFolder).folders.includes(product);
  return held.some(
    (artifact) =>
      artifact.product === product && artifact.language === language && artifact.format === format,
  );
}
