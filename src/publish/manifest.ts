import { z } from 'zod';

/** What `output/manifest.json` says of one file. */
export type PublishedArtifact = {
  readonly path: string;
  readonly kind: 'annex' | 'workbook';
  readonly product: string;
  readonly language: string;
  readonly edition: string;
  readonly format: string;
  readonly brand: string;
  /** `kept`: of an earlier build, because this one could not make it. `draft`: of an edition not released. */
  readonly state: 'built' | 'kept' | 'draft';
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
};

/** A file of the download page: what an output folder shows people beside its artifacts. */
export type PageFile = Pick<PublishedArtifact, 'path' | 'bytes' | 'sha256'>;

export type Manifest = {
  readonly format: 1;
  readonly artifacts: readonly PublishedArtifact[];
  readonly page: readonly PageFile[];
};

export const manifestFile = 'manifest.json';
export const checksumsFile = 'SHA256SUMS';

const path = z.string().regex(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^\\\0]+$/);
const bytes = z.number().int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

// In the order in which a manifest is written: what was read is written again to see whether somebody edited it.
const schema = z.object({
  format: z.literal(1),
  artifacts: z.array(
    z.object({
      path,
      kind: z.enum(['annex', 'workbook']),
      product: z.string(),
      language: z.string(),
      edition: z.string(),
      format: z.string(),
      brand: z.string(),
      state: z.enum(['built', 'kept', 'draft']),
      bytes,
      sha256,
    }),
  ),
  page: z.array(z.object({ path, bytes, sha256 })).default([]),
});

/**
 * The manifest that an earlier build left, or undefined where the text is none. Its paths decide what is pruned, so
 * a path that leads out of the output folder makes the whole manifest untrustworthy.
 */
export function readManifest(text: string): Manifest | undefined {
  try {
    const read = schema.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** Files in the order of their paths, two blanks of indent, a final newline. */
export function writeManifest(
  artifacts: readonly PublishedArtifact[],
  page: readonly PageFile[] = [],
): string {
  const files = { artifacts: sortByPath(artifacts), ...(page.length > 0 && { page: sortByPath(page) }) };
  return `${JSON.stringify({ format: 1, ...files }, null, 2)}\n`;
}

/** In the form that `sha256sum --check` reads. */
export function writeChecksums(files: readonly PageFile[]): string {
  return sortByPath(files)
    .map(({ sha256, path }) => `${sha256}  ${path}\n`)
    .join('');
}

function sortByPath<File extends PageFile>(files: readonly File[]): File[] {
  return [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
