import { assembleContent } from '../../catalogue/editions/assemble.ts';
import { type Frame, frameOf } from '../../catalogue/frame.ts';
import type { Catalogue } from '../../catalogue/model.ts';
import { productsFolder } from '../../catalogue/products.ts';
import { type Checked, checked, failed } from '../../diagnostics/checked.ts';
import type { LocatedDiagnostic } from '../../diagnostics/located.ts';
import { formats } from '../../formats/registry.ts';
import type { Order } from '../../make/order.ts';
import type { ListedProduct } from '../../page/listed.ts';
import { concerns, type Plan, type PlannedArtifact, planArtifacts, type Request } from '../../plan/plan.ts';
import { type Opened, openSources, type Sources, type Watch } from '../opening/open.ts';
import { orderFrom } from '../opening/order.ts';
import { listShelf, listToday } from './listing.ts';
import { PackedEditions } from './packed.ts';

/**
 * What a build has of a workspace that was read, checked and planned: all that its artifacts and its page are made from, and
 * no matrix, no translation of one and no text of a file. So what is made is what was checked, whatever becomes of the sources
 * meanwhile, in memory that hardly grows with the number of products.
 */
export type Stock = Pick<Opened, 'overlaid' | 'annexTemplates' | 'workbookTemplates'> & {
  readonly frame: Frame;
  readonly editions: PackedEditions;
  /** For the download page. */
  readonly listed: readonly ListedProduct[];
  readonly plan: Plan;
};

/**
 * Opens a workspace and puts it in stock. The diagnostics are those that have to do with what is asked for; where there is no
 * value, all of them. Throws WorkspaceFault where files cannot be read.
 */
export function openStock(
  sources: Sources,
  request: Request,
  watch?: Watch,
): Checked<Stock, LocatedDiagnostic> {
  const { catalogue, diagnostics, locate, ...opened } = openSources(sources, request, watch);
  if (catalogue === undefined || opened.overlaid.list(productsFolder).folders.length === 0)
    return failed(...locate(diagnostics));
  const { overlaid, annexTemplates, workbookTemplates } = opened;
  const plan = planArtifacts(catalogue, diagnostics, request, formats);
  const found = locate(diagnostics.filter((finding) => concerns(request, finding)));
  const stock = { overlaid, annexTemplates, workbookTemplates, plan, ...putAway(catalogue) };
  return checked(stock, detached(found));
}

/** What an artifact of the plan is made from. */
export function orderOf({ frame, editions }: Stock, artifact: PlannedArtifact): Order {
  return orderFrom(frame, artifact, (product) => editions.get(product));
}

function putAway(catalogue: Catalogue): Pick<Stock, 'frame' | 'editions' | 'listed'> {
  const frame = frameOf(catalogue);
  const editions = new PackedEditions();
  const read = catalogue.products.map((product) => {
    const content = assembleContent(catalogue, product);
    editions.put(content, product.draft);
    return detached(listToday(frame, product, content));
  });
  const ids = new Set(read.map(({ id }) => id));
  const others = [...frame.shelves.values()].filter(({ product }) => !ids.has(product));
  return { frame, editions, listed: [...read, ...others.map((shelf) => listShelf(frame, shelf))] };
}

/** A plain value by itself: V8 lets a part of a text stand for its place in the whole, and a word would keep the file it was read from. */
function detached<Plain>(value: Plain): Plain {
  return JSON.parse(JSON.stringify(value)) as Plain;
}
