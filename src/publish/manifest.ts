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

export type Manifest = { readonly format: 1; readonly artifacts: readonly PublishedArtifact[] };

export const manifestFile = 'manifest.json';
export const checksumsFile = 'SHA256SUMS';

const schema = z.object({
  format: z.literal(1),
  artifacts: z.array(
    z.object({
      path: z.string().regex(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^\\\0]+$/),
      kind: z.enum(['annex', 'workbook']),
      product: z.string(),
      language: z.string(),
      edition: z.string(),
      format: z.string(),
      brand: z.string(),
      state: z.enum(['built', 'kept', 'draft']),
      bytes: z.number().int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
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

/** Artifacts in the order of their paths, two blanks of indent, a final newline. */
export function writeManifest(artifacts: readonly PublishedArtifact[]): string {
  return `${JSON.stringify({ format: 1, artifacts: sortByPath(artifacts) }, null, 2)}\n`;
}

/** In the form that `sha256sum --check` reads. */
export function writeChecksums(artifacts: readonly PublishedArtifact[]): string {
  return sortByPath(artifacts)
    .map((artifact) => `${artifact.sha256}  ${artifact.path}\n`)
    .join('');
}

function sortByPath(artifacts: readonly PublishedArtifact[]): PublishedArtifact[] {
  return [...artifacts].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
