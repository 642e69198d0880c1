import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localize } from '../catalogue/localize.ts';
import type { LocalizedProduct } from '../catalogue/localized.ts';
import { buildWorkspace } from '../pipeline.ts';
import type { PublishedArtifact } from '../publish/manifest.ts';
import { editionOf } from '../runs/opening/edition-of.ts';
import { openSources } from '../runs/opening/open.ts';
import { itWith, runProgram } from './programs.ts';

/*
 * The repository's own workspace, built for real and read back with programs that know nothing of this one: each
 * activity stands in each artifact once, in order, with its codes.
 */
const root = join(import.meta.dirname, '..', '..');
const out = mkdtempSync(join(tmpdir(), 'annex-own-'));
let artifacts: readonly PublishedArtifact[] = [];
let products: ReadonlyMap<string, LocalizedProduct>;

beforeAll(async () => {
  const { publication, diagnostics } = await buildWorkspace({ workspace: root, out });
  expect(diagnostics.filter((found) => found.severity === 'error')).toEqual([]);
  artifacts = publication!.artifacts;
  const catalogue = openSources(root).catalogue!;
  products = new Map(
    catalogue.products.flatMap((product) =>
      product.languages.map((language) => [
        `${product.id} ${language}`,
        localize(catalogue, editionOf(catalogue, product), language, []),
      ]),
    ),
  );
}, 120_000);
afterAll(() => rmSync(out, { recursive: true, force: true }));

const activitiesOf = ({ product, language }: PublishedArtifact) =>
  products.get(`${product} ${language}`)!.sections.flatMap((section) => section.activities);

/** White space and footnote digits do not count; typography may change both. */
const squeeze = (text: string) => text.replace(/[\s\u00ad]+/gu, '').replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu, '');

describe('the workspace of this repository', () => {
  it('makes an annex and a workbook of each product in each language', () => {
    const { languages, products: all } = openSources(root).catalogue!;
    expect(artifacts).toHaveLength(all.length * languages.length * 2);
  });

  itWith('pdftotext', 'says in each PDF each activity once, in order', () => {
    for (const artifact of artifacts.filter(({ format }) => format === 'pdf')) {
      const text = squeeze(runProgram('pdftotext', ['-raw', join(out, artifact.path), '-']));
      let from = 0;
      for (const activity of activitiesOf(artifact)) {
        const codes = activity.cells.map(({ held }) => (held.length > 0 ? held.join('') : '–')).join('');
        const at = text.indexOf(squeeze(`${activity.clause}${activity.text}`) + codes, from);
        expect(at, `${artifact.path}: ${activity.clause} ${activity.text} ${codes}`).toBeGreaterThanOrEqual(
          from,
        );
        from = at + 1;
        expect(text.indexOf(squeeze(`${activity.clause}${activity.text}`) + codes, from)).toBe(-1);
      }
    }
  });

  itWith('qpdf', 'makes PDFs without structural faults', () => {
    for (const artifact of artifacts.filter(({ format }) => format === 'pdf')) {
      runProgram('qpdf', ['--check', join(out, artifact.path)]);
    }
  });

  itWith(
    'soffice',
    'says in each workbook each activity in a row of its own, with its codes',
    () => {
      const books = artifacts.filter(({ format }) => format === 'xlsx');
      const tables = join(out, 'csv');
      runProgram('soffice', [
        `-env:UserInstallation=file://${join(out, 'office-profile')}`,
        '--headless',
        '--convert-to',
        'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false,-1',
        '--outdir',
        tables,
        ...books.map(({ path }) => join(out, path)),
      ]);
      const written = readdirSync(tables);
      for (const book of books) {
        const stem = basename(book.path, '.xlsx');
        const text = written
          .filter((name) => name.startsWith(`${stem}-`))
          .map((name) => runProgram('cat', [join(tables, name)]))
          .join('\n');
        const rows = text.split('\n').map((line) => line.split('\t'));
        for (const activity of activitiesOf(book)) {
          const row = rows.filter((cells) => cells[0] === activity.clause);
          expect(row, `${book.path}: ${activity.clause}`).toHaveLength(1);
          expect(row[0]).toContain(activity.text);
          const codes = activity.cells.map(({ held }) => (held.length > 0 ? held.join(' ') : '–'));
          const at = row[0]!.indexOf(activity.text) + 1;
          expect(row[0]!.slice(at, at + codes.length)).toEqual(codes);
        }
      }
    },
    180_000,
  );
});
