import type { Catalogue } from '../../catalogue/model.ts';
import { type Diagnostic, error, warning } from '../../diagnostics/diagnostic.ts';
import type { Edition } from '../../edition/edition.ts';
import { readInLanguage } from '../../edition/in-language.ts';
import type { PlannedArtifact } from '../../plan/plan.ts';
import { firstDifference } from '../../proof/afresh.ts';
import { proveCarried, readCarriedEdition } from '../../proof/carried.ts';
import type { Difference } from '../../proof/difference.ts';
import { provePublished } from '../../proof/published.ts';
import type { Published } from '../../readers/published.ts';
import { readPublished } from '../../readers/read.ts';
import { makeArtifact } from '../building/make.ts';
import { editionFor, editionsIn } from '../opening/edition-of.ts';
import type { Opened } from '../opening/open.ts';

/** Formats that another program can read back; others are held against what the workspace makes, byte by byte. */
const readable = new Set(['pdf', 'xlsx']);
const shown = 5;

/**
 * Holds an artifact against the edition that the workspace makes it from, frozen or not: what it says and what it carries,
 * and then whether the workspace makes the same bytes, for looks can hide a text that is there.
 */
export async function verifyAfresh(
  opened: Opened,
  catalogue: Catalogue,
  planned: PlannedArtifact,
  bytes: Uint8Array,
): Promise<Diagnostic[]> {
  const edition = editionFor(catalogue, planned, editionsIn(catalogue));
  const saying = readable.has(planned.format)
    ? await verifySaying(edition, planned, bytes)
    : { diagnostics: [], published: undefined, writer: edition };
  if (saying.diagnostics.length > 0) return saying.diagnostics;
  const { version } = saying.writer?.program ?? edition.program;
  if (version !== edition.program.version) return [madeByAnother(planned.path, version)];
  const made = await makeArtifact(opened, catalogue, planned);
  if (made.value === undefined) return [...made.diagnostics];
  if (Buffer.compare(made.value.bytes, bytes) === 0) return [];
  return [await compareAfresh(planned.path, made.value.bytes, saying.published)];
}

/** Holds an artifact against the edition that it carries itself. */
export async function verifyAlone(
  artifact: Pick<PlannedArtifact, 'path' | 'language' | 'format'>,
  bytes: Uint8Array,
): Promise<Diagnostic[]> {
  if (!readable.has(artifact.format)) return [];
  const read = await readPublished(bytes, artifact.path);
  if (read.value === undefined) return [...read.diagnostics];
  const carried = readCarriedEdition(read.value, artifact.path);
  if (carried.value === undefined) return [...carried.diagnostics];
  const differences = compareSaying(carried.value, artifact.language, read.value);
  return [...carried.diagnostics, ...report(artifact.path, 'proof-published', differences)];
}

type Saying = {
  readonly diagnostics: Diagnostic[];
  readonly published: Published | undefined;
  /** The edition as it is carried, which names the version of the program that wrote it. */
  readonly writer: Edition | undefined;
};

async function verifySaying(edition: Edition, planned: PlannedArtifact, bytes: Uint8Array): Promise<Saying> {
  const { path, language } = planned;
  const { value: published, diagnostics } = await readPublished(bytes, path);
  if (published === undefined) return { diagnostics: [...diagnostics], published, writer: undefined };
  const carried = readCarriedEdition(published, path);
  const writer = carried.value;
  const differences = writer === undefined ? [] : proveCarried(edition, language, published, writer);
  return {
    diagnostics: [
      ...report(path, 'proof-published', compareSaying(edition, language, published)),
      ...carried.diagnostics,
      ...report(path, 'proof-carried', differences),
    ],
    published,
    writer,
  };
}

function compareSaying(edition: Edition, language: string, published: Published): Difference[] {
  const inLanguage = readInLanguage(edition, language);
  if (inLanguage !== undefined) return provePublished(inLanguage, published);
  return [{ where: 'Carried edition', message: `It has no complete text in '${language}'.` }];
}

/** The first differences as findings; one more says how many there are beside them. */
function report(file: string, rule: string, differences: readonly Difference[]): Diagnostic[] {
  const place = { file };
  const named = differences
    .slice(0, shown)
    .map(({ where, message }) => error(rule, place, `${where}: ${message}`));
  const others = differences.length - shown;
  return others > 0 ? [...named, error(rule, place, `And ${others} more differences.`)] : named;
}

function madeByAnother(file: string, version: string): Diagnostic {
  const message = `The file was made by version ${version} of this program: what it says agrees, its looks were not compared.`;
  return warning('proof-version', { file }, message);
}

async function compareAfresh(
  file: string,
  afresh: Uint8Array,
  published: Published | undefined,
): Promise<Diagnostic> {
  const read = published && (await readPublished(afresh, file)).value;
  const difference = read && published && firstDifference(read, published);
  const where = difference === undefined ? '' : `${difference.where}: ${difference.message} `;
  const message = `${where}The file is not what the workspace makes now, byte by byte.`;
  return error('proof-bytes', { file }, message, {
    hints: ['Templates, brand or wording may have changed since: run annex build.'],
  });
}
