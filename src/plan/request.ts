import { nearest } from '../diagnostics/suggest.ts';
import type { Request } from './plan.ts';

/** A request names something that the workspace does not have; ends a run with exit code 2. */
export class UnknownName extends Error {
  constructor(what: string, name: string, known: readonly string[]) {
    const near = nearest(name, known);
    const advice = near === undefined ? `Known: ${known.join(', ') || 'none'}.` : `Did you mean '${near}'?`;
    super(`There is no ${what} '${name}'. ${advice}`);
    this.name = 'UnknownName';
  }
}

/** What a request may name. */
export type Names = {
  readonly products: readonly string[];
  readonly languages: readonly string[];
  readonly formats: readonly string[];
  readonly brands: readonly string[];
};

/** Throws UnknownName for the first name of a request that is not known. */
export function checkRequest(request: Request, known: Names): void {
  expectKnown('product', request.products, known.products);
  expectKnown('language', request.languages, known.languages);
  expectKnown('format', request.formats, known.formats);
  expectKnown('brand', request.brands, known.brands);
}

function expectKnown(what: string, names: readonly string[], known: readonly string[]): void {
  for (const name of names) if (!known.includes(name)) throw new UnknownName(what, name, known);
}
