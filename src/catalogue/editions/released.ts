import { type Diagnostic, error, type Scope } from '../../diagnostics/diagnostic.ts';
import type { Edition } from '../../edition/edition.ts';
import { compareEditionAges } from '../../edition/order.ts';
import { readEdition } from '../../edition/read.ts';
import { placeInJson } from '../../workspace/json.ts';
import type { SourceFile } from '../../workspace/workspace.ts';
import type { Shelf } from '../model.ts';
import type { Reader } from '../reader.ts';

const extension = '.json';

/** Where the released edition of a product is kept, by the path of its folder and the name of the edition. */
export function releasedPath(folder: string, edition: string): string {
  return `${folder}/editions/${edition}${extension}`;
}

/**
 * The released editions of a product, from the first to the newest: every `.json` of its folder `editions`. One that
 * was damaged or altered, or lies in the wrong place, is an error and not among them.
 *
 * All are read whenever the product is, 2 ms each for 48 activities in seven languages: what was signed is never
 * silently unreadable, and their order hangs on dates that stand inside.
 */
export function readReleased(
  reader: Reader,
  product: string,
  folder: string,
): Pick<Shelf, 'released' | 'whole'> {
  const scope: Scope = { product };
  const found = reader.diagnostics.length;
  const released = reader
    .files(`${folder}/editions`, scope)
    .filter((name) => name.endsWith(extension) && !name.startsWith('.'))
    .flatMap((name) => {
      const file = reader.source(`${folder}/editions/${name}`, scope);
      const edition = file && readReleasedFile(reader, product, name.slice(0, -extension.length), file);
      return edition === undefined ? [] : [edition];
    })
    .sort(compareEditionAges);
  reader.report(...released.flatMap((edition, i) => findTwin(edition, released.slice(0, i), folder)));
  return { released, whole: reader.diagnostics.length === found };
}

/** Case does not tell two editions apart: their documents would meet in one path. */
function findTwin({ product, edition }: Edition, earlier: readonly Edition[], folder: string): Diagnostic[] {
  const twin = earlier.find((one) => one.edition.toLowerCase() === edition.toLowerCase());
  if (twin === undefined) return [];
  const message = `Editions ${twin.edition} and ${edition} would be published at one address.`;
  const place = { file: releasedPath(folder, edition) };
  return [error('edition-misplaced', place, message, { hints: [advice], scope: { product } })];
}

function readReleasedFile(
  reader: Reader,
  product: string,
  name: string,
  file: SourceFile,
): Edition | undefined {
  const text = new TextDecoder().decode(file.bytes);
  const locate = (path: readonly (string | number)[]) => placeInJson(file, path);
  const { value, diagnostics } = readEdition(text, file.path, locate);
  const found = [
    ...diagnostics.map(withAdvice),
    ...(value === undefined ? [] : findMisplaced(value, product, name, locate)),
  ].map((diagnostic) => ({ ...diagnostic, scope: { product } }));
  reader.report(...found);
  return found.length === 0 ? value : undefined;
}

const advice =
  'Take the file from version control: a released edition is written by annex release, and by nobody else.';

function withAdvice(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, hints: [...diagnostic.hints, advice] };
}

/** An edition that lies under another name than its own, or is none that was released. */
function findMisplaced(
  edition: Edition,
  product: string,
  name: string,
  locate: (path: readonly string[]) => Diagnostic['place'],
): Diagnostic[] {
  const misplaced = (member: string, message: string) =>
    error('edition-misplaced', locate([member]), message, { hints: [advice] });
  return [
    ...(edition.product === product
      ? []
      : [misplaced('product', `This is an edition of '${edition.product}', among those of '${product}'.`)]),
    ...(edition.edition === name
      ? []
      : [misplaced('edition', `This is edition ${edition.edition}, in the file of edition ${name}.`)]),
    ...(edition.draft
      ? [misplaced('draft', `This is a draft of edition ${edition.edition}, which a document carried.`)]
      : []),
  ];
}
