import { z } from 'zod';
import { UnknownName } from '../../plan/request.ts';
import { type Manifest, readManifest } from '../manifest.ts';
import type { OutputFolder } from '../output-folder.ts';
import { sha256 } from '../output-folder.ts';
import { deliveryName, latestFile, numberIn } from './names.ts';

/** All that a place shows at one time: the manifest of a build, byte for byte, under a name of its own. */
export type Delivery = {
  /** `manifests/000012-2026-11-21.json`. */
  readonly name: string;
  readonly text: string;
  readonly manifest: Manifest;
};

/** What `latest.json` says: which manifest, and that it is whole. */
type Latest = { readonly format: 1; readonly manifest: string; readonly sha256: string };

const latestSchema = z.object({ format: z.literal(1), manifest: z.string(), sha256: z.string() });

/** Every delivery that a folder keeps, oldest first. A manifest that was not written to its end is none. */
export function readDeliveries(folder: OutputFolder): Delivery[] {
  return folder
    .names('manifests')
    .map((name) => `manifests/${name}`)
    .flatMap((name) => readDelivery(folder, name) ?? []);
}

/** The delivery that a folder shows; undefined where it is no place, or its `latest.json` names nothing that is whole. */
export function readShown(folder: OutputFolder): Delivery | undefined {
  const latest = readLatest(folder.readText(latestFile) ?? '');
  const delivery = latest && readDelivery(folder, latest.manifest);
  return delivery && sha256(encode(delivery.text)) === latest?.sha256 ? delivery : undefined;
}

/** What `latest.json` has to say for a delivery to be shown. */
export function writeLatest({ name, text }: Delivery): string {
  const latest: Latest = { format: 1, manifest: name, sha256: sha256(encode(text)) };
  return `${JSON.stringify(latest, null, 2)}\n`;
}

/** A manifest as the delivery after all others; the last one again where that says the same. */
export function nextDelivery(
  text: string,
  manifest: Manifest,
  earlier: readonly Delivery[],
  date: string | undefined,
): Delivery {
  const last = earlier.at(-1);
  if (last?.text === text) return last;
  const number = last === undefined ? 1 : numberIn(last.name)! + 1;
  return { name: deliveryName(number, date), text, manifest };
}

/** The delivery that somebody means: `000012-2026-11-21` or `12`. Throws UnknownName. */
export function findDelivery(deliveries: readonly Delivery[], meant: string): Delivery {
  const found = deliveries.find(({ name }) =>
    /^\d+$/.test(meant) ? numberIn(name) === Number(meant) : bareName(name) === bareName(meant),
  );
  if (found !== undefined) return found;
  const known = deliveries.map(({ name }) => bareName(name));
  throw new UnknownName('delivery', meant, known);
}

/** As people say it: without folder and ending. */
function bareName(name: string): string {
  return name.replace(/^manifests\//, '').replace(/\.json$/, '');
}

function readDelivery(folder: OutputFolder, name: string): Delivery | undefined {
  if (numberIn(name) === undefined) return undefined;
  const text = folder.readText(name);
  const manifest = text === undefined ? undefined : readManifest(text);
  return text === undefined || manifest === undefined ? undefined : { name, text, manifest };
}

function readLatest(text: string): Latest | undefined {
  try {
    return latestSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
