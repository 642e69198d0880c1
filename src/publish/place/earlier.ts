import { z } from 'zod';
import type { Manifest, PublishedArtifact } from '../manifest.ts';
import type { Delivery } from './delivery.ts';

/** What a reader of `earlier.json` learns of a document. */
type Earlier = Pick<PublishedArtifact, 'sha256' | 'path' | 'product' | 'edition' | 'language' | 'format'>;

/**
 * `{format: 1, files: [{sha256, path, product, edition, language, format}]}`: the documents of other deliveries that
 * this one does not have, so that a page knows a file that somebody took from it last month.
 */
export function writeEarlier(deliveries: readonly Delivery[], shown: Manifest): string {
  const present = new Set(shown.artifacts.map(({ sha256 }) => sha256));
  const files = new Map<string, Earlier>();
  for (const { manifest } of deliveries)
    for (const { sha256, path, product, edition, language, format } of manifest.artifacts)
      if (!present.has(sha256)) files.set(sha256, { sha256, path, product, edition, language, format });
  const sorted = [...files.values()].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  return `${JSON.stringify({ format: 1, files: sorted }, null, 2)}\n`;
}

const schema = z.object({
  format: z.literal(1),
  files: z.array(z.object({ path: z.string() })),
});

/** The paths under which a place had other bytes once; none where the text is no `earlier.json`. */
export function readEarlierPaths(text: string): ReadonlySet<string> {
  try {
    const { data } = schema.safeParse(JSON.parse(text));
    return new Set(data?.files.map(({ path }) => path));
  } catch {
    return new Set();
  }
}
