import { join, relative, resolve } from 'node:path';
import { brandsFolder } from './catalogue/brands.ts';
import type { Catalogue } from './catalogue/model.ts';
import { productsFolder } from './catalogue/products.ts';
import { type Diagnostic, distinct } from './diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from './diagnostics/located.ts';
import { formats } from './formats/registry.ts';
import { makeArtifact } from './make.ts';
import { type Opened, openSources } from './open.ts';
import {
  concerns,
  everything,
  type Plan,
  type PlannedArtifact,
  planArtifacts,
  type Request,
} from './plan/plan.ts';
import { checkRequest } from './plan/request.ts';
import type { PublishedArtifact } from './publish/manifest.ts';
import { type Publication, Publisher } from './publish/publish.ts';

export type BuildOptions = {
  /** Folder of the workspace. */
  readonly workspace: string;
  /** Output folder; `output` in the workspace where it is left out. */
  readonly out?: string;
  readonly request?: Request;
  /** Called before each artifact. */
  readonly onProgress?: (done: number, total: number, artifact: PlannedArtifact) => void;
};

export type BuildResult = {
  readonly out: string;
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** Absent where the workspace could not be read at all: then every published path is as it was. */
  readonly publication: Publication | undefined;
  /** What was asked for and not made. */
  readonly held: readonly PlannedArtifact[];
};

/**
 * Builds a workspace: read -> parse -> assemble -> plan -> compose -> render -> prove -> publish.
 *
 * Throws WorkspaceFault and OutputFault where files cannot be used, UnknownName where the request names what is not
 * there. Everything else that is wrong comes back as diagnostics.
 */
export async function buildWorkspace(options: BuildOptions): Promise<BuildResult> {
  const { workspace, out = join(workspace, 'output'), request = everything, onProgress } = options;
  const opened = openSources(workspace, request);
  if (opened.catalogue === undefined || opened.overlaid.list(productsFolder).folders.length === 0) {
    return { out, diagnostics: opened.locate(opened.diagnostics), publication: undefined, held: [] };
  }
  checkRequest(request, namesIn(opened, opened.catalogue));
  refuseSourceFolders(workspace, out);
  const plan = planArtifacts(opened.catalogue, opened.diagnostics, request, formats);
  const publisher = new Publisher(out);
  const held: PlannedArtifact[] = [...plan.held];
  const found: Diagnostic[] = [];
  try {
    for (const [i, artifact] of plan.make.entries()) {
      onProgress?.(i + 1, plan.make.length, artifact);
      const made = await makeArtifact(opened, opened.catalogue, artifact);
      found.push(...made.diagnostics);
      if (made.value === undefined) held.push(artifact);
      else publisher.stage(artifact, made.value.bytes);
    }
    const publication = publisher.commit(request, (earlier) => couldNotBeMade(earlier, opened, plan, held));
    const diagnostics = opened.locate([
      ...opened.diagnostics.filter((finding) => concerns(request, finding)),
      ...distinct(found),
    ]);
    return { out, diagnostics, publication, held };
  } finally {
    publisher.close();
  }
}

/** Artifacts never go among the sources: a build that prunes must not live where people write. */
function refuseSourceFolders(workspace: string, out: string): void {
  const inside = relative(resolve(workspace), resolve(out));
  const isSource = inside === '' || /^(?:data|templates)(?:$|[\\/])/.test(inside);
  if (out === '' || isSource) throw new OutputRefused(out);
}

/** An output folder that holds the sources of the workspace; ends a run with exit code 2. */
export class OutputRefused extends Error {
  constructor(out: string) {
    super(`Artifacts cannot be written to '${out}': name a folder of their own, such as output.`);
    this.name = 'OutputRefused';
  }
}

/** What a request to this workspace may name. */
export function namesIn(opened: Opened, catalogue: Catalogue) {
  return {
    products: opened.overlaid.list(productsFolder).folders,
    languages: catalogue.languages,
    formats: formats.map(({ id }) => id),
    brands: opened.overlaid.list(brandsFolder).folders,
  };
}

/** Whether an artifact of an earlier build stands for something that failed this time, and is not simply gone. */
function couldNotBeMade(
  earlier: PublishedArtifact,
  opened: Opened,
  plan: Plan,
  held: readonly PlannedArtifact[],
): boolean {
  const { product, language, format } = earlier;
  const planned = [...plan.make, ...plan.held].some((artifact) => artifact.product === product);
  if (!planned) return opened.overlaid.list(productsFolder).folders.includes(product);
  return held.some(
    (artifact) =>
      artifact.product === product && artifact.language === language && artifact.format === format,
  );
}
