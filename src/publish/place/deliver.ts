import { type Diagnostic, error, isBlocking } from '../../diagnostics/diagnostic.ts';
import { inspectFile, inspectManifest, noManifest } from '../inspect.ts';
import { type Manifest, manifestFile, readManifest } from '../manifest.ts';
import { OutputFault, OutputFolder, sha256 } from '../output-folder.ts';
import { type Delivery, findDelivery, nextDelivery } from './delivery.ts';
import { Place, type Supply } from './place.ts';
import { coversForeign, type DeliveredFile, filesOf, planSteps, refuseSteps, type Steps } from './plan.ts';

/** How a delivery is to be made. */
export type DeliverHow = {
  /** ISO date that its manifest is named with; a name has none where it is left out. */
  readonly date?: string | undefined;
  /** Replaces released documents and files that no delivery put there, and trusts no size: every byte is compared. */
  readonly force?: boolean;
  /** How many deliveries stay, the one that is shown among them; all of them where it is left out. */
  readonly keep?: number | undefined;
};

/** What came of it; without a delivery, the findings say why, and the place is as it was. */
export type Delivered = {
  readonly diagnostics: readonly Diagnostic[];
  readonly delivery?: Delivery;
  readonly steps?: Steps;
  /** Paths that were deleted because no kept delivery names them. */
  readonly pruned: readonly string[];
};

/**
 * Publishes what a build left in an output folder to a place: what its manifest names, whole and unaltered, or nothing.
 *
 * Throws OutputFault where the place cannot be written, or a file of the output changes in the meantime.
 */
export function deliver(out: string, target: string, how: DeliverHow): Delivered {
  const output = new OutputFolder(out);
  const text = output.readText(manifestFile);
  const manifest = text === undefined ? undefined : readManifest(text);
  if (text === undefined || manifest === undefined) return { diagnostics: [noManifest(text)], pruned: [] };
  const altered = [...inspectManifest(text, manifest), ...inspectFiles(output, manifest)];
  if (altered.length > 0) return { diagnostics: altered, pruned: [] };
  return withPlace(target, (place) => {
    const deliveries = place.deliveries();
    const delivery = nextDelivery(text, manifest, deliveries, how.date);
    return bring(place, delivery, deliveries, how, (file) => supplyFrom(output, file));
  });
}

/**
 * Shows an earlier delivery of a place again. Throws UnknownName where the place keeps none of that name, OutputFault where
 * it cannot be written.
 *
 * @param name the name of its manifest; without folder and ending, or the number alone, will do
 */
export function rollBack(target: string, name: string): Delivered {
  const deliveries = new Place(new OutputFolder(target)).deliveries();
  const delivery = findDelivery(deliveries, name);
  return withPlace(target, (place) => {
    const lost = filesOf(delivery).filter((file) => place.read(file) === undefined);
    if (lost.length > 0) return { diagnostics: lost.map(isLost), pruned: [] };
    return bring(place, delivery, deliveries, { force: true }, (file) => place.read(file)!);
  });
}

function bring(
  place: Place,
  delivery: Delivery,
  deliveries: readonly Delivery[],
  { force = false, keep }: DeliverHow,
  supply: Supply,
): Delivered {
  const steps = planSteps(filesOf(delivery), place.standing(force ? undefined : place.shown()));
  const taken = deliveries.length === 0 ? place.taken(delivery) : [];
  const diagnostics = force ? [] : [...refuseSteps(steps, deliveries), ...taken.map(coversForeign)];
  if (diagnostics.some(isBlocking)) return { diagnostics, pruned: [] };
  const others = deliveries.filter(({ name }) => name !== delivery.name);
  const kept = keep === undefined ? others : newest(others, keep - 1);
  place.show(delivery, steps, supply, kept);
  const pruned = keep === undefined ? [] : place.prune([...kept, delivery]);
  return { diagnostics, delivery, steps, pruned };
}

function newest(deliveries: readonly Delivery[], count: number): readonly Delivery[] {
  return deliveries.slice(Math.max(0, deliveries.length - count));
}

/** One file after the other: an output may be larger than memory. */
function inspectFiles(output: OutputFolder, manifest: Manifest): Diagnostic[] {
  return filesOf({ manifest }).flatMap((file) => inspectFile({ ...file, found: output.read(file.path) }));
}

function supplyFrom(output: OutputFolder, { path, sha256: announced }: DeliveredFile): Uint8Array {
  const bytes = output.read(path);
  if (bytes !== undefined && sha256(bytes) === announced) return bytes;
  throw new OutputFault(path, new Error('it changed while it was being published'));
}

function isLost({ path }: DeliveredFile): Diagnostic {
  return error(
    'publish-lost',
    { file: path },
    'This file of the delivery is lost, so it cannot be shown again.',
    {
      hints: ['Build that edition again and publish it.'],
    },
  );
}

/** Works on a place that is there, cleared of what a killed program left, and leaves nothing out of sight behind. */
function withPlace<Result>(target: string, work: (place: Place) => Result): Result {
  const folder = new OutputFolder(target);
  folder.prepare();
  folder.sweep();
  try {
    return work(new Place(folder));
  } finally {
    folder.discard();
  }
}
