import type { ToldEdition, ToldFile, ToldProduct } from '../told.ts';
import { pathOf } from './state.ts';
import { catalogue } from './told.ts';

/** A file of the catalogue. */
export type Published = {
  readonly product: ToldProduct;
  readonly edition: ToldEdition;
  readonly file: ToldFile;
};

/** What a file that somebody holds is to what was published. */
export type Verdict =
  | ({ readonly kind: 'genuine' } & Published)
  /** Published here before, and no longer listed. */
  | {
      readonly kind: 'earlier';
      readonly product: string;
      readonly edition: string;
      readonly language: string;
      readonly format: string;
    }
  /** It goes by the name of a published file, or says that it is one, and has other bytes. */
  | ({ readonly kind: 'altered'; readonly by: 'name' | 'reference' } & Published)
  | { readonly kind: 'unknown' };

/** Judges a file by its checksum; where that is not known, by what it calls itself. */
export async function judgeFile(name: string, bytes: Uint8Array, sha256: string): Promise<Verdict> {
  const known = published.find(({ file }) => file[4] === sha256);
  if (known) return { kind: 'genuine', ...known };
  const earlier = (await loadEarlier()).find((file) => file.sha256 === sha256);
  if (earlier) return { kind: 'earlier', ...earlier };
  const namesake = published.find(({ edition, file }) => isSameName(pathOf(edition, file), name));
  if (namesake) return { kind: 'altered', by: 'name', ...namesake };
  const double = findByReference(bytes);
  return double ? { kind: 'altered', by: 'reference', ...double } : { kind: 'unknown' };
}

const published: readonly Published[] = catalogue.products.flatMap((product) =>
  product.editions.flatMap((edition) => edition.files.map((file) => ({ product, edition, file }))),
);

/** Browsers count what is downloaded twice: `annex (1).pdf`. */
function isSameName(path: string, name: string): boolean {
  return path.slice(path.lastIndexOf('/') + 1) === name.replace(/ ?\(\d+\)(?=\.\w+$)/u, '');
}

/** A PDF says its reference in its metadata, which are never compressed: `EMP-RM-2026-03-EN`. */
function findByReference(bytes: Uint8Array): Published | undefined {
  const text = new TextDecoder('latin1').decode(bytes);
  const metadata = text.slice(text.indexOf('<rdf:RDF'), text.indexOf('</rdf:RDF>'));
  return published.find(({ product, edition, file: [, language, format] }) => {
    const reference = `${product.reference}-${edition.edition}-${language}`.toUpperCase();
    const isNamed = product.reference !== undefined && format === 'pdf';
    return isNamed && new RegExp(`${escapePattern(reference)}(?![\\w-])`).test(metadata);
  });
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\-]/gu, '\\$&');
}

type Earlier = {
  readonly sha256: string;
  readonly product: string;
  readonly edition: string;
  readonly language: string;
  readonly format: string;
};

/** What was published here before, where `annex publish` keeps a list of it. A page in a folder may fetch none. */
async function loadEarlier(): Promise<readonly Earlier[]> {
  if (location.protocol === 'file:') return [];
  const told = await fetch('earlier.json')
    .then((answer) =>
      answer.ok ? (answer.json() as Promise<{ readonly files?: readonly Earlier[] }>) : undefined,
    )
    .catch(() => undefined);
  return told?.files ?? [];
}
