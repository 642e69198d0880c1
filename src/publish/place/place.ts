import { checksumsFile, manifestFile, writeChecksums } from '../manifest.ts';
import { type OutputFolder, sha256 } from '../output-folder.ts';
import { type Delivery, readDeliveries, readShown, writeLatest } from './delivery.ts';
import { writeEarlier } from './earlier.ts';
import { earlierFile, latestFile, objectPath, pageFile } from './names.ts';
import { type DeliveredFile, filesOf, type Standing, type Steps } from './plan.ts';

/** Gives the bytes of a file that is to be delivered. Throws OutputFault where they are not what was announced. */
export type Supply = (file: DeliveredFile) => Uint8Array;

/**
 * A folder in which readers find what was published: a shared drive, the root of a web server, the checkout of a branch
 * that a host shows as pages.
 *
 * Bytes that a kept delivery names are always there: at their path, or set aside under their SHA-256 when others come to
 * stand at that path. So whoever follows `latest.json` finds one whole delivery, whenever a writer is killed.
 */
export class Place {
  private readonly folder: OutputFolder;

  constructor(folder: OutputFolder) {
    this.folder = folder;
  }

  /** Every delivery that is kept, oldest first. */
  deliveries(): Delivery[] {
    return readDeliveries(this.folder);
  }

  /** The delivery that readers see. */
  shown(): Delivery | undefined {
    return readShown(this.folder);
  }

  /** The bytes of a file of a kept delivery, wherever they are; undefined where they are lost. */
  read(file: DeliveredFile): Uint8Array | undefined {
    return [file.path, objectPath(file.sha256)]
      .map((path) => this.folder.read(path))
      .find((bytes) => bytes !== undefined && sha256(bytes) === file.sha256);
  }

  /** What stands at a path. Where the delivery that is shown tells it, the size will do, and nothing is read. */
  standing(shown: Delivery | undefined): Standing {
    const told = new Map(shown && filesOf(shown).map((file) => [file.path, file]));
    return ({ path }) => {
      const size = this.folder.size(path);
      const known = told.get(path);
      if (size === undefined || size === known?.bytes) return size === undefined ? undefined : known?.sha256;
      const bytes = this.folder.read(path);
      return bytes && sha256(bytes);
    };
  }

  /**
   * Shows a delivery. What nobody names yet comes first, then the manifest; then what takes the place of other bytes,
   * documents before the page that names them; the page that people open, and at the very end `latest.json`.
   */
  show(delivery: Delivery, { add, replace }: Steps, supply: Supply, kept: readonly Delivery[]): void {
    const isPage = ({ path }: DeliveredFile) => path === pageFile;
    const page = [...add, ...replace].filter(isPage);
    for (const file of add.filter((each) => !isPage(each))) this.write(file.path, supply(file));
    for (const { path } of replace) this.setAside(path);
    this.writeText(delivery.name, delivery.text);
    for (const file of replace.filter((each) => !isPage(each))) this.write(file.path, supply(file));
    const [latest, ...indexes] = indexesOf(delivery, kept);
    for (const [path, text] of indexes) this.writeText(path, text);
    for (const file of page) this.write(file.path, supply(file));
    this.writeText(...latest);
  }

  /** Which files that say what a place shows are there already, and say something else. */
  taken(delivery: Delivery): string[] {
    return indexesOf(delivery, [])
      .filter(([path, text]) => this.folder.size(path) !== undefined && this.folder.readText(path) !== text)
      .map(([path]) => path);
  }

  /**
   * Deletes what only other deliveries name than those that are kept, and says what. Their manifests go last: as long as
   * one stands, what it names can be found and deleted.
   */
  prune(kept: readonly Delivery[]): string[] {
    const names = new Set(kept.map(({ name }) => name));
    const gone = this.deliveries().filter(({ name }) => !names.has(name));
    const files = kept.flatMap(filesOf);
    const paths = new Set(files.map(({ path }) => path));
    const objects = new Set(files.map((file) => objectPath(file.sha256)));
    const once = new Set(gone.flatMap(filesOf).map(({ path }) => path));
    const unnamed = [
      ...[...once].filter((path) => !paths.has(path)),
      ...this.objects().filter((path) => !objects.has(path)),
      ...gone.map(({ name }) => name),
    ];
    const pruned = unnamed.filter((path) => this.folder.size(path) !== undefined);
    for (const path of pruned) this.folder.prune(path);
    return pruned;
  }

  private objects(): string[] {
    return this.folder
      .names('objects')
      .flatMap((shard) => this.folder.names(`objects/${shard}`).map((name) => `objects/${shard}/${name}`));
  }

  /** Keeps the bytes that are about to be replaced. */
  private setAside(path: string): void {
    const bytes = this.folder.read(path);
    const aside = bytes && objectPath(sha256(bytes));
    if (aside !== undefined && this.folder.size(aside) === undefined) this.write(aside, bytes!);
  }

  private write(path: string, bytes: Uint8Array): void {
    this.folder.stage(path, bytes);
    this.folder.reveal(path);
  }

  /** Writes a text, unless it stands there already. */
  private writeText(path: string, text: string): void {
    if (this.folder.readText(path) !== text) this.write(path, new TextEncoder().encode(text));
  }
}

/** The files that say what a place shows, by path: the one that decides, and those that go before it. */
function indexesOf(delivery: Delivery, kept: readonly Delivery[]): [Index, ...Index[]] {
  return [
    [latestFile, writeLatest(delivery)],
    [earlierFile, writeEarlier(kept, delivery.manifest)],
    [checksumsFile, writeChecksums(filesOf(delivery))],
    [manifestFile, delivery.text],
  ];
}

type Index = [path: string, text: string];
