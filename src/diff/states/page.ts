import { basename } from 'node:path';
import { makeId } from '../../catalogue/ids.ts';
import { Reader } from '../../catalogue/reader.ts';
import { type Checked, checked, failed } from '../../diagnostics/checked.ts';
import { type Diagnostic, isBlocking } from '../../diagnostics/diagnostic.ts';
import { joinPages } from '../../import/joined.ts';
import { understandPage } from '../../import/matrix/understand.ts';
import { readPage } from '../../import/pages/read.ts';
import { planProduct } from '../../import/product/plan.ts';
import { memoryWorkspace } from '../../workspace/memory.ts';
import type { SourceFile } from '../../workspace/workspace.ts';
import type { State } from './state.ts';
import { readWorkspaceState } from './workspace.ts';

/**
 * The matrix of a page that somebody published, as the product that an import would make of it, by the name of its
 * file. What the page does not say beyond doubt is unread.
 *
 * @param language that the page is written in
 */
export async function readPageState(file: SourceFile, language: string): Promise<Checked<State>> {
  const page = await readPage(file.bytes, file.path, language);
  const found = page.value && understandPage(page.value);
  const diagnostics = [...page.diagnostics, ...(found?.diagnostics ?? [])];
  const joined = found?.value && joinPages([found.value]).value;
  if (joined === undefined || diagnostics.some(isBlocking)) return failed(...diagnostics);
  const made = makeId(basename(file.path).replace(/\.[^.]*$/u, ''), new Set(), 'page');
  const reader = new Reader(memoryWorkspace({}));
  const product = { id: made, language, name: undefined, parties: [] };
  const planned = planProduct(joined, product, reader, undefined);
  if (planned.value === undefined) return failed(...diagnostics, ...planned.diagnostics);
  const state = readWorkspaceState(memoryWorkspace(planned.value), file.path, made);
  return checked(withoutIds(state), warningsOf(diagnostics));
}

/** Ids and the state of release are the reader's own, and so is what it finds in the matrix that it wrote. */
function withoutIds(state: State): State {
  const products = state.products.map((product) => ({
    ...product,
    edition: { ...product.edition, draft: false },
    hasIds: false,
  }));
  return { ...state, products, diagnostics: [] };
}

function warningsOf(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 'warning');
}
