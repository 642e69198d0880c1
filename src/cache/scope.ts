import { reachesFrozen } from '../plan/frozen.ts';
import type { PlannedArtifact } from '../plan/plan.ts';

/**
 * What a source file can touch. A part that is absent is not narrowed: a file without any can change everything.
 * Products share sections, words and translations, but nothing of a product's own folder reaches another's documents.
 */
export type SourceScope = {
  readonly product?: string;
  readonly language?: string;
  readonly brand?: string;
  readonly kind?: PlannedArtifact['kind'];
  /** Absent where it has a say in what was frozen. */
  readonly frozen?: false;
};

/** A document, as far as it decides which sources can change it. */
export type Reach = {
  readonly product: string;
  readonly brand: string;
  readonly kind: PlannedArtifact['kind'];
  /** Whether it is made from a frozen edition, and from no matrix. */
  readonly frozen: boolean;
  /** Those whose texts it holds, or falls back to. */
  readonly languages: readonly string[];
};

/** What a file can touch, by its path: in a workspace, or with what ships with the program. */
export function scopeOfSource(traced: string): SourceScope {
  const path = traced.replace(/^shipped:/, '');
  const [, product, rest = ''] = /^data\/products\/([^/]+)\/(.*)$/.exec(path) ?? [];
  const [, language] =
    /^(?:data\/)?translations\/([^/]+)\.csv$/.exec(product === undefined ? path : rest) ?? [];
  const [, brand] = /^templates\/brands\/([^/]+)\//.exec(path) ?? [];
  return {
    ...(product !== undefined && { product }),
    ...(language !== undefined && { language }),
    ...(brand !== undefined && { brand }),
    ...(path === 'templates/annex.hbs' && { kind: 'annex' as const }),
    ...(path === 'templates/workbook.hbs' && { kind: 'workbook' as const }),
    ...(!reachesFrozen(path) && { frozen: false as const }),
  };
}

/** Whether a source can change a document. */
export function canReach({ product, language, brand, kind, frozen }: SourceScope, reach: Reach): boolean {
  return (
    (frozen === undefined || frozen === reach.frozen) &&
    (product === undefined || product === reach.product) &&
    (brand === undefined || brand === reach.brand) &&
    (kind === undefined || kind === reach.kind) &&
    (language === undefined || reach.languages.includes(language))
  );
}
