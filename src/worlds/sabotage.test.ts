import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localize } from '../catalogue/localize.ts';
import type { LocalizedProduct } from '../catalogue/localized.ts';
import { digestOf } from '../edition/digest.ts';
import type { Edition } from '../edition/edition.ts';
import { formats } from '../formats/registry.ts';
import { composeOrder } from '../make/compose.ts';
import { renderTree } from '../make/make.ts';
import { buildWorkspace } from '../pipeline.ts';
import { everything, planArtifacts } from '../plan/plan.ts';
import { type PublishedArtifact, writeChecksums, writeManifest } from '../publish/manifest.ts';
import { sha256 } from '../publish/output-folder.ts';
import { editionOf } from '../runs/opening/edition-of.ts';
import { type Opened, openSources, workshopOf } from '../runs/opening/open.ts';
import { verifyAgainst } from '../runs/verifying/verify.ts';
import { byteDamages, editCell, swapCells } from './sabotage/bytes.ts';
import { matrixDamages } from './sabotage/matrix.ts';
import { Random } from './sabotage/random.ts';

/*
 * The repository's own workspace, built and then damaged, one file at a time, in ways that somebody might hope nobody
 * sees: manifest and checksums are mostly rewritten to match. The seed is fixed; raise `rounds` to search further.
 */
const root = join(import.meta.dirname, '..', '..');
const out = mkdtempSync(join(tmpdir(), 'annex-sabotage-'));
const request = { ...everything, languages: ['en', 'fr', 'pl'] };
const rounds = 10;
const random = new Random(20261121);
const opened: Opened = openSources(root);
const catalogue = opened.catalogue!;
let artifacts: readonly PublishedArtifact[];

beforeAll(async () => {
  artifacts = (await buildWorkspace({ workspace: root, out, request })).publication!.artifacts;
}, 60_000);
afterAll(() => rmSync(out, { recursive: true, force: true }));

const bytesOf = ({ path }: PublishedArtifact) => readFileSync(join(out, path));
const ofFormat = (format: string) => artifacts.filter((artifact) => artifact.format === format);

/** The rules that speak up when an artifact is damaged; everything is as it was afterwards. */
async function rulesAfter(
  artifact: PublishedArtifact,
  bytes: Uint8Array,
  covered: boolean,
): Promise<string[]> {
  const before = bytesOf(artifact);
  expect(Buffer.compare(before, bytes), 'a damage that damages nothing').not.toBe(0);
  writeFileSync(join(out, artifact.path), bytes);
  if (covered) {
    const changed = { ...artifact, bytes: bytes.length, sha256: sha256(bytes) };
    writeIndex(artifacts.map((one) => (one === artifact ? changed : one)));
  }
  const { product, language, format } = artifact;
  const only = { ...everything, products: [product], languages: [language], formats: [format] };
  const { diagnostics } = await verifyAgainst(opened, out, only);
  writeFileSync(join(out, artifact.path), before);
  writeIndex(artifacts);
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
}

function writeIndex(listed: readonly PublishedArtifact[]): void {
  writeFileSync(join(out, 'manifest.json'), writeManifest(listed));
  writeFileSync(join(out, 'SHA256SUMS'), writeChecksums(listed));
}

/** An artifact that says one thing and carries another, as a build would make it if it could be lied to. */
async function forge(
  artifact: PublishedArtifact,
  lie: (product: LocalizedProduct) => LocalizedProduct,
  carried: (edition: Edition) => Edition = (edition) => edition,
): Promise<Uint8Array> {
  const product = catalogue.products.find(({ id }) => id === artifact.product)!;
  const [planned] = planArtifacts(
    catalogue,
    [],
    { products: [artifact.product], languages: [artifact.language], formats: [artifact.format], brands: [] },
    formats,
  ).make;
  const localized = lie(localize(catalogue, editionOf(catalogue, product), artifact.language, []));
  const edition = carried(editionOf(catalogue, product));
  const order = { artifact: planned!, product: localized, edition };
  const composed = composeOrder(workshopOf(opened, catalogue), order).value!;
  return (await renderTree(composed)).bytes;
}

describe('annex verify', () => {
  it('finds nothing in what was just built', async () => {
    const { diagnostics, artifacts: verified } = await verifyAgainst(opened, out, request);
    expect(diagnostics).toEqual([]);
    expect(verified.every(({ agrees, against }) => agrees && against === 'workspace')).toBe(true);
  }, 60_000);

  describe.each(Object.keys(matrixDamages))('reads in a document with true data inside: %s', (name) => {
    it.each(['pdf', 'xlsx'])(
      '%s',
      async (format) => {
        for (let round = 0; round < rounds / 2; round++) {
          const artifact = random.of(ofFormat(format));
          const bytes = await forge(artifact, (product) => matrixDamages[name]!(product, random));
          expect(await rulesAfter(artifact, bytes, true), artifact.path).toContain('proof-published');
        }
      },
      60_000,
    );
  });

  it('sees data that says something else than the document', async () => {
    for (let round = 0; round < rounds; round++) {
      const artifact = random.of(artifacts);
      const bytes = await forge(artifact, (product) => product, forgeEdition);
      expect(await rulesAfter(artifact, bytes, true), artifact.path).toContain('proof-carried');
    }
  }, 60_000);

  it('sees a document made from another matrix, data and all', async () => {
    for (let round = 0; round < rounds; round++) {
      const artifact = random.of(artifacts);
      const lie = (product: LocalizedProduct) => matrixDamages['swapped codes']!(product, random);
      const rules = await rulesAfter(artifact, await forge(artifact, lie, forgeEdition), true);
      expect(rules, artifact.path).toEqual(expect.arrayContaining(['proof-published', 'proof-carried']));
    }
  }, 60_000);

  it('sees the file of another product or language in place of one', async () => {
    for (let round = 0; round < 2 * rounds; round++) {
      const artifact = random.of(artifacts);
      const others = ofFormat(artifact.format).filter((other) => other !== artifact);
      const rules = await rulesAfter(artifact, bytesOf(random.of(others)), true);
      expect(rules, artifact.path).toContain('proof-published');
    }
  }, 60_000);

  it('sees an edited cell of a workbook, on whichever sheet', async () => {
    for (let round = 0; round < 2 * rounds; round++) {
      const artifact = random.of(ofFormat('xlsx'));
      const edit = random.of([editCell, swapCells]);
      const rules = await rulesAfter(artifact, edit(bytesOf(artifact), random), true);
      expect(rules, artifact.path).not.toEqual([]);
    }
  }, 60_000);

  it.each(Object.keys(byteDamages))(
    'sees a file %s, with its checksum rewritten or not',
    async (name) => {
      for (let round = 0; round < rounds; round++) {
        const artifact = random.of(artifacts);
        const bytes = byteDamages[name]!(bytesOf(artifact), random);
        const rules = await rulesAfter(artifact, bytes, round % 2 === 0);
        expect(rules, artifact.path).not.toEqual([]);
        if (round % 2 === 1) expect(rules).toContain('output-checksum');
      }
    },
    60_000,
  );

  it('sees a file that is gone, from the disk or from the manifest too', async () => {
    const [artifact, ...others] = artifacts as [PublishedArtifact, ...PublishedArtifact[]];
    const before = bytesOf(artifact);
    rmSync(join(out, artifact.path));
    const gone = await verifyAgainst(opened, out, request);
    writeIndex(others);
    const unlisted = await verifyAgainst(opened, out, request);
    writeFileSync(join(out, artifact.path), before);
    writeIndex(artifacts);
    expect(gone.diagnostics.map(({ rule }) => rule)).toContain('output-missing');
    expect(unlisted.diagnostics.map(({ rule }) => rule)).toContain('output-unmade');
  }, 60_000);

  it('lets no file pass as kept that could be made', async () => {
    const artifact = artifacts[0]!;
    writeIndex(artifacts.map((one) => (one === artifact ? { ...one, state: 'kept' } : one)));
    const bytes = await forge(
      artifact,
      (product) => matrixDamages['swapped codes']!(product, random),
      forgeEdition,
    );
    const rules = await rulesAfter({ ...artifact, state: 'kept' }, bytes, true);
    expect(rules).toContain('proof-published');
  }, 60_000);
});

/** The edition with the codes of the parties exchanged throughout, and a digest that fits. */
function forgeEdition(edition: Edition): Edition {
  const activities = edition.activities.map((activity) => {
    const held = Object.values(activity.codes).toReversed();
    return {
      ...activity,
      codes: Object.fromEntries(Object.keys(activity.codes).map((party, i) => [party, held[i]!])),
    };
  });
  const forged = { ...edition, activities };
  return { ...forged, digest: digestOf(forged) };
}
