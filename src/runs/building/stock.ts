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

/** A workspace that was read, checked and planned, before it is put in stock. */
export type Planned = Pick<Stock, 'overlaid' | 'frame' | 'plan'> & {
  /** Puts it in stock, once, with the editions of some products: from then on nothing else is held of it. */
  readonly putAway: (products: ReadonlySet<string>) => Stock;
};

/**
 * Opens a workspace and plans what is asked of it. The diagnostics are those that have to do with that; where there is no value,
 * all of them. Throws WorkspaceFault where files cannot be read.
 */
export function openPlanned(
  sources: Sources,
  request: Request,
  watch?: Watch,
): Checked<Planned, LocatedDiagnostic> {
  const { catalogue, diagnostics, locate, ...opened } = openSources(sources, request, watch);
  if (catalogue === undefined || opened.overlaid.list(productsFolder).folders.length === 0)
    return failed(...locate(diagnostics));
  const { overlaid, annexTemplates, workbookTemplates } = opened;
  const plan = planArtifacts(catalogue, diagnostics, request, formats);
  const found = locate(diagnostics.filter((finding) => concerns(request, finding)));
  const frame = frameOf(catalogue);
  let held: Catalogue | undefined = catalogue;
  const putAway = (products: ReadonlySet<string>): Stock => {
    const stored = store(held!, frame, products);
    held = undefined;
    return { overlaid, annexTemplates, workbookTemplates, plan, frame, ...stored };
  };
  return checked({ overlaid, frame, plan, putAway }, detached(found));
}

/** The same with all of its products in stock. */
export function openStock(sources: Sources, request: Request): Checked<Stock, LocatedDiagnostic> {
  const { value, diagnostics } = openPlanned(sources, request);
  const products = value?.frame.products.map(({ id }) => id);
  return { value: value?.putAway(new Set(products)), diagnostics };
}

/** What an artifact of the plan is made from. */
export function orderOf({ frame, editions }: Stock, artifact: PlannedArtifact): Order {
  return orderFrom(frame, artifact, (product) => editions.get(product));
}

function store(
  catalogue: Catalogue,
  frame: Frame,
  products: ReadonlySet<string>,
): Pick<Stock, 'editions' | 'listed'> {
  const editions = new PackedEditions();
  const read = catalogue.products.map((product) => {
    const content = assembleContent(catalogue, product);
    if (products.has(product.id)) editions.put(content, product.draft);
    return detached(listToday(frame, product, content));
  });
  const ids = new Set(read.map(({ id }) => id));
  const others = [...frame.shelves.values()].filter(({ product }) => !ids.has(product));
  return { editions, listed: [...read, ...others.map((shelf) => listShelf(frame, shelf))] };
}

/** A plain value by itself: V8 lets a part of a text stand for its place in the whole, and a word would keep the file it was read from. */
function detached<Plain>(value: Plain): Plain {
  return JSON.parse(JSON.stringify(value)) as Plain;
}
