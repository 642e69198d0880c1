import type { ToldEdition, ToldFile, ToldProduct } from '../told.ts';
import { digest } from './digest.ts';
import { filesOf, packed, pathOf, shownEdition, state } from './state.ts';
import { catalogue } from './told.ts';
import { type Entry, writeZip } from './zip.ts';

/** What a pack may hold: browsers on telephones give up not far above it. */
export const mostBytes = 150e6;

/** A published file, with what it belongs to. */
export type Wanted = {
  readonly product: ToldProduct;
  readonly edition: ToldEdition;
  readonly file: ToldFile;
  readonly path: string;
};

/** The files of the pack, by path. */
export function wantedFiles(): readonly Wanted[] {
  return packed()
    .flatMap((product) => {
      const edition = shownEdition(product);
      const files = filesOf(edition).filter(([, , format]) => state.formats.has(format));
      return files.map((file) => ({ product, edition, file, path: pathOf(edition, file) }));
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What kept a pack from being made. */
export class PackRefused extends Error {
  /** Id of the word that says it. */
  readonly word: string;

  constructor(word: string, path: string) {
    super(path);
    this.word = word;
  }
}

/**
 * Fetches files one by one, holds each against its checksum and packs them with a manifest and checksums of their own:
 * `annex verify` and `sha256sum --check` read the unpacked folder.
 *
 * Throws PackRefused at the first file that cannot be had as it was published.
 */
export async function makePack(wanted: readonly Wanted[], tell: (done: number) => void): Promise<Blob> {
  const entries: Entry[] = [];
  for (const one of wanted) {
    tell(entries.length);
    entries.push({ path: one.path, bytes: await fetchFile(one) });
  }
  const text = (path: string, content: string) => ({ path, bytes: new TextEncoder().encode(content) });
  return writeZip([
    ...entries,
    text('SHA256SUMS', wanted.map(({ path, file }) => `${file[4]}  ${path}\n`).join('')),
    text('manifest.json', writeManifest(wanted)),
  ]);
}

async function fetchFile({ path, file }: Wanted): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await fetch(path)
    .then((answer) => (answer.ok ? answer.arrayBuffer() : undefined))
    .catch(() => undefined);
  if (bytes === undefined) throw new PackRefused('page-pack-fault', path);
  if ((await digest(bytes)) !== file[4]) throw new PackRefused('page-pack-altered', path);
  return new Uint8Array(bytes);
}

/** As a build writes it, of these files alone. */
function writeManifest(wanted: readonly Wanted[]): string {
  const artifacts = wanted.map(({ product, edition, file, path }) => {
    const [, language, format, bytes, sha256, kept] = file;
    const state = kept ?? (edition.draft ? 'draft' : 'built');
    const kind = catalogue.kinds[format];
    const { id, brand } = product;
    return {
      path,
      kind,
      product: id,
      language,
      edition: edition.edition,
      format,
      brand,
      state,
      bytes,
      sha256,
    };
  });
  return `${JSON.stringify({ format: 1, artifacts }, null, 2)}\n`;
}
