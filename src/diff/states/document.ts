import { type Checked, checked, failed } from '../../diagnostics/checked.ts';
import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../../diagnostics/located.ts';
import { editionName } from '../../edition/carried.ts';
import type { Edition } from '../../edition/edition.ts';
import { readEdition } from '../../edition/read.ts';
import { readPublished } from '../../readers/read.ts';
import type { SourceFile } from '../../workspace/workspace.ts';
import { readPageState } from './page.ts';
import type { State } from './state.ts';

/**
 * The edition that a file holds or carries, or the matrix that it shows: an edition as JSON, an annex, a workbook, or
 * a page that somebody published. An edition that was altered is an error with a value.
 *
 * @param language that a published page is written in
 */
export async function readDocumentState(
  file: SourceFile,
  language: string,
): Promise<Checked<State, LocatedDiagnostic>> {
  const { value, diagnostics } = await readAny(file, language);
  const found = diagnostics.map(withoutLines);
  return value === undefined ? failed(...found) : checked({ ...value, diagnostics: found }, found);
}

async function readAny(file: SourceFile, language: string): Promise<Checked<State>> {
  const { path, bytes } = file;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (/\.json$/iu.test(path) || /^\s*\{/u.test(head)) {
    return stateOf(path, readEdition(new TextDecoder().decode(bytes), path));
  }
  const isPublished = /^(?:%PDF-|PK)/u.test(head) || /\.(?:pdf|xlsx)$/iu.test(path);
  if (!isPublished) return readPageState(file, language);
  const published = await readPublished(bytes, path);
  const carried = published.value?.carried.get(editionName);
  if (carried !== undefined) return stateOf(path, readEdition(new TextDecoder().decode(carried), path));
  if (published.value && packedEditions(published.value.carried).length > 0)
    return packOf(path, published.value.carried);
  const isArchive = published.diagnostics.some(({ rule }) => rule === 'file-archive');
  // A workbook or a document of another program may show a matrix; a PDF shows none that could be trusted.
  if (head.startsWith('PK') && published.value?.kind !== 'pdf' && !isArchive)
    return readPageState(file, language);
  if (published.value === undefined) return failed(...published.diagnostics);
  return failed(
    error('edition-missing', { file: path }, 'The file carries no edition.', {
      hints: ['Annexes and workbooks carry theirs; another program may have lost it when it saved the file.'],
    }),
  );
}

function stateOf(name: string, { value, diagnostics }: Checked<Edition>): Checked<State> {
  if (value === undefined) return failed(...diagnostics);
  const product = { edition: value, hasIds: true, unread: new Set<string>() };
  return checked(
    { name, products: [product], unreadable: [], kind: 'document', diagnostics: [] },
    diagnostics,
  );
}

/** The editions of a pack, each named after its member. */
function packedEditions(carried: ReadonlyMap<string, Uint8Array>): Uint8Array[] {
  return [...carried].flatMap(([name, bytes]) => (name.endsWith(`-${editionName}`) ? [bytes] : []));
}

function packOf(name: string, carried: ReadonlyMap<string, Uint8Array>): Checked<State> {
  const states = packedEditions(carried).map((bytes) =>
    stateOf(name, readEdition(new TextDecoder().decode(bytes), name)),
  );
  const found = states.flatMap(({ diagnostics }) => diagnostics);
  const products = states.flatMap(({ value }) => value?.products ?? []);
  if (products.length < states.length) return failed(...found);
  return checked({ name, products, unreadable: [], kind: 'pack', diagnostics: [] }, found);
}

/** Two states may have a file by the same name, and neither its lines: the file is the place itself. */
function withoutLines({ place, also, ...finding }: Diagnostic): LocatedDiagnostic {
  return { ...finding, place: { file: place.file } };
}
