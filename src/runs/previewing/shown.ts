import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { Catalogue } from '../../catalogue/model.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { formats } from '../../formats/registry.ts';
import { composeOrder } from '../../make/compose.ts';
import { makeChanged } from '../../make/make.ts';
import type { Order } from '../../make/order.ts';
import type { Workshop } from '../../make/workshop.ts';
import { type PlannedArtifact, planArtifacts } from '../../plan/plan.ts';
import { writeSheets } from '../../preview/sheets/sheets.ts';
import type { Made, Wanted } from '../../preview/source.ts';
import { type Opened, workshopOf } from '../opening/open.ts';
import { orderFor } from '../opening/order.ts';

/** A document of a preview with the digest of the tree that it was rendered from. */
export type MadeShown = { readonly made: Made; readonly tree: string };

export type ShownOutcome = {
  /** Absent where errors stand in the way, or there is no such document. */
  readonly shown: MadeShown | undefined;
  readonly found: readonly Diagnostic[];
};

/** Makes a document as the sources are; the one from before comes back where its tree comes out as it was. */
export async function makeShown(
  opened: Opened,
  wanted: Wanted,
  before: MadeShown | undefined,
): Promise<ShownOutcome> {
  const { catalogue } = opened;
  const artifact = catalogue && planOne(opened, catalogue, wanted);
  if (catalogue === undefined || artifact === undefined) return { shown: undefined, found: [] };
  const [workshop, order] = [workshopOf(opened, catalogue), orderFor(catalogue, artifact)];
  return wanted.form === 'sheets' ? makeSheets(workshop, order) : makeFile(workshop, order, before);
}

function planOne(
  opened: Opened,
  catalogue: Catalogue,
  { product, language, form }: Wanted,
): PlannedArtifact | undefined {
  const format = form === 'sheets' ? 'xlsx' : form;
  const request = { products: [product], languages: [language], formats: [format], brands: [] };
  const { make } = planArtifacts(catalogue, opened.diagnostics, request, formats);
  // Of what is being worked on, and not of what was released.
  return make.find(({ frozen }) => !frozen);
}

/** The artifact, as a build would publish it. */
async function makeFile(
  workshop: Workshop,
  order: Order,
  before: MadeShown | undefined,
): Promise<ShownOutcome> {
  const { value, diagnostics: found } = await makeChanged(workshop, order, before?.tree);
  if (value === undefined) return { shown: undefined, found };
  const { tree, bytes } = value;
  if (bytes === undefined) return { shown: before, found };
  const { mediaType } = await formats.find(({ id }) => id === order.artifact.format)!.load();
  return { shown: { made: describe(bytes, mediaType, posix.basename(order.artifact.path)), tree }, found };
}

/** The workbook as a web page to look at, which is no artifact: its sheets as tables. */
function makeSheets(workshop: Workshop, order: Order): ShownOutcome {
  const { value, diagnostics: found } = composeOrder(workshop, order);
  if (value?.kind !== 'workbook') return { shown: undefined, found };
  const bytes = new TextEncoder().encode(writeSheets(value.tree));
  return { shown: { made: describe(bytes, 'text/html; charset=utf-8', 'sheets.html'), tree: '' }, found };
}

function describe(bytes: Uint8Array, mediaType: string, name: string): Made {
  return { bytes, mediaType, digest: createHash('sha256').update(bytes).digest('hex'), name };
}
