import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../../catalogue/model.ts';
import { productsFolder } from '../../catalogue/products.ts';
import { type Diagnostic, error, isBlocking, note } from '../../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../../diagnostics/located.ts';
import { formats } from '../../formats/registry.ts';
import { namesIn } from '../../pipeline.ts';
import {
  covers,
  everything,
  type Plan,
  type PlannedArtifact,
  planArtifacts,
  type Request,
} from '../../plan/plan.ts';
import { checkRequest } from '../../plan/request.ts';
import { type FoundArtifact, inspectOutput } from '../../publish/inspect.ts';
import { manifestFile, type PublishedArtifact } from '../../publish/manifest.ts';
import { openWorkspace } from '../../workspace/disk.ts';
import { type Opened, openSources } from '../opening/open.ts';
import { verifyAfresh, verifyAlone } from './verify-artifact.ts';
import { type VerifiedPack, verifyPacks } from './verify-packs.ts';

export type VerifyOptions = {
  /** Folder of the workspace. */
  readonly workspace: string;
  /** Output folder; `output` in the workspace where it is left out. */
  readonly out?: string | undefined;
  readonly request?: Request;
};

/**
 * What an artifact was held against: the matrix as it is now (`workspace`), the edition as it was frozen (`release`), or,
 * where it was kept, the edition it carries (`itself`).
 */
export type VerifiedArtifact = Pick<PublishedArtifact, 'path' | 'product' | 'language' | 'format'> & {
  readonly against: 'workspace' | 'release' | 'itself';
  readonly agrees: boolean;
};

export type VerifyResult = {
  readonly out: string;
  readonly artifacts: readonly VerifiedArtifact[];
  /** Absent where the request is for some artifacts alone. */
  readonly packs?: readonly VerifiedPack[];
  readonly diagnostics: readonly LocatedDiagnostic[];
};

/**
 * Reads published artifacts again, with programs that did not write them, and holds them against the workspace as it
 * is now. Writes nothing.
 *
 * Throws WorkspaceFault where files cannot be read, UnknownName where the request names what is not there.
 */
export async function verifyOutput(options: VerifyOptions): Promise<VerifyResult> {
  const { workspace, out = join(workspace, 'output'), request = everything } = options;
  // A folder that was named and is not there is the environment's fault, and says nothing of what was published.
  if (options.out !== undefined) openWorkspace(options.out);
  const opened = openSources(workspace);
  const verified = await verifyAgainst(opened, out, request);
  if (Object.values(request).some((names) => names.length > 0)) return verified;
  const packed = await verifyPacks(opened, out);
  if (packed === undefined) return { ...verified, packs: [] };
  // A folder of packs alone was never built into.
  const found = existsSync(join(out, manifestFile)) ? verified.diagnostics : [];
  return {
    ...verified,
    packs: packed.packs,
    diagnostics: [...found, ...opened.locate(packed.diagnostics)],
  };
}

/** As verifyOutput, for a workspace that is open already. */
export async function verifyAgainst(opened: Opened, out: string, request: Request): Promise<VerifyResult> {
  const { catalogue } = opened;
  if (catalogue !== undefined) checkRequest(request, namesIn(opened, catalogue));
  const inspection = inspectOutput(out);
  const asked = inspection.artifacts.filter((artifact) => covers(request, artifact));
  const diagnostics = [...inspection.diagnostics];
  if (catalogue === undefined) diagnostics.push(...opened.diagnostics.filter(isBlocking));
  else diagnostics.push(...findUnmade(opened, catalogue, inspection.artifacts, request));
  const verified: Omit<VerifiedArtifact, 'agrees'>[] = [];
  for (const artifact of asked) {
    const found = await verifyArtifact(opened, artifact);
    const { path, product, language, format } = artifact;
    verified.push({ path, product, language, format, against: found.against });
    diagnostics.push(...found.diagnostics);
  }
  const faulty = new Set(diagnostics.filter(isBlocking).map(({ place }) => place.file));
  return {
    out,
    artifacts: verified.map((artifact) => ({ ...artifact, agrees: !faulty.has(artifact.path) })),
    diagnostics: opened.locate(diagnostics),
  };
}

type Verified = Pick<VerifiedArtifact, 'against'> & { readonly diagnostics: readonly Diagnostic[] };

async function verifyArtifact(opened: Opened, artifact: FoundArtifact): Promise<Verified> {
  const { catalogue } = opened;
  const place = { file: artifact.path };
  if (artifact.found === undefined) return { against: 'workspace', diagnostics: [] };
  const plan = planFor(opened, artifact);
  const planned = plan.make.find(({ path }) => path === artifact.path);
  if (catalogue !== undefined && planned !== undefined) {
    const listed = describesAnother(artifact, planned.draft ? 'draft' : 'built');
    return {
      against: planned.frozen ? 'release' : 'workspace',
      diagnostics: [...listed, ...(await verifyAfresh(opened, catalogue, planned, artifact.found))],
    };
  }
  if (!couldNotBeMade(opened, plan, artifact)) {
    const [instead] = plan.make;
    const hints = instead === undefined ? [] : [`It makes ${instead.path}: run annex build.`];
    const message = 'The workspace makes no such file.';
    return { against: 'workspace', diagnostics: [error('output-foreign', place, message, { hints })] };
  }
  const alone = await verifyAlone(artifact, artifact.found);
  const report = artifact.state === 'kept' ? note : error;
  const kept = report(
    'output-kept',
    place,
    'The workspace has errors that keep this from being made now, so it was held against the edition it carries.',
    { hints: ['Run annex check to see them.'] },
  );
  return { against: 'itself', diagnostics: [kept, ...alone] };
}

/** What the workspace would make in place of an artifact, in the same brand. */
function planFor({ catalogue, diagnostics }: Opened, artifact: PublishedArtifact): Plan {
  if (catalogue === undefined) return { make: [], held: [] };
  const { product, language, format, brand } = artifact;
  const request = { products: [product], languages: [language], formats: [format], brands: [brand] };
  return planArtifacts(catalogue, diagnostics, request, formats);
}

/** Whether errors of the workspace are why an artifact has no counterpart, and not that it is foreign. */
function couldNotBeMade({ catalogue, overlaid }: Opened, plan: Plan, artifact: PublishedArtifact): boolean {
  if (plan.held.some(({ path }) => path === artifact.path)) return true;
  const isRead = catalogue?.products.some(({ id }) => id === artifact.product);
  if (isRead && catalogue?.shelves.get(artifact.product)?.whole) return false;
  return overlaid.list(productsFolder).folders.includes(artifact.product);
}

/** An artifact may be called kept though it could be made again: its content decides. */
function describesAnother({ path, state }: PublishedArtifact, expected: 'draft' | 'built'): Diagnostic[] {
  if (state === expected || state === 'kept') return [];
  const message = `The manifest calls this file '${state}', and it is '${expected}'.`;
  return [error('output-manifest', { file: path }, message)];
}

/** What the workspace makes and the manifest does not list, in whatever brand. */
function findUnmade(
  { diagnostics }: Opened,
  catalogue: Catalogue,
  listed: readonly PublishedArtifact[],
  request: Request,
): Diagnostic[] {
  return planArtifacts(catalogue, diagnostics, request, formats)
    .make.filter((planned) => !listed.some((artifact) => isSame(artifact, planned)))
    .map(({ path }) =>
      error(
        'output-unmade',
        { file: path },
        'The workspace makes this file, and the manifest does not list it.',
        {
          hints: ['Run annex build.'],
        },
      ),
    );
}

function isSame(artifact: PublishedArtifact, planned: PlannedArtifact): boolean {
  const isDraft = artifact.state === 'kept' ? planned.draft : artifact.state === 'draft';
  return (
    isDraft === planned.draft &&
    (['product', 'edition', 'language', 'format'] as const).every((part) => artifact[part] === planned[part])
  );
}
