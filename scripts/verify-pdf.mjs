// Asks veraPDF whether PDFs are PDF/UA-1 and PDF/A-3a: `npm run verify:pdf [FILE or FOLDER...]`, by default all of
// output/. Exit 0: all are. 1: some are not; their failed clauses are printed. Without Java or Maven it is skipped,
// which counts as a failure on a build server (CI=true).
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { findVeraPdf, Missing, validate } from './verify-pdf/verapdf.mjs';

const flavours = ['ua1', '3a'];

const wanted = process.argv.slice(2);
const paths = (wanted.length > 0 ? wanted : ['output']).flatMap((path) => pdfsIn(resolve(path))).sort();
if (paths.length === 0) fail('verify:pdf: there is no PDF here; annex build makes some.');

const veraPdf = await findVeraPdf().catch((fault) => {
  if (!(fault instanceof Missing)) throw fault;
  console.error(`verify:pdf: SKIPPED, ${fault.message} (npm run setup:checks installs it on Debian).`);
  process.exit(process.env.CI === 'true' ? 1 : 0);
});
const reports = await Promise.all(flavours.map((flavour) => validate(veraPdf, flavour, paths)));

let failed = 0;
for (const path of paths) {
  const failures = flavours.flatMap((flavour, i) =>
    reports[i].get(path).map((failure) => `${flavour} ${failure}`),
  );
  if (failures.length > 0) failed++;
  const verdict = failures.length === 0 ? `passed ${flavours.join(' ')}` : 'FAILED';
  console.log([`${verdict}  ${relative('', path)}`, ...failures].join('\n    '));
}
if (failed > 0) fail(`verify:pdf: ${failed} of ${paths.length} PDFs do not conform.`);
console.log(`verify:pdf: ${paths.length} PDFs conform to ${flavours.join(' and ')}.`);

function pdfsIn(path) {
  if (!existsSync(path)) fail(`verify:pdf: there is no ${path}.`);
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => {
    const inside = join(path, name);
    return statSync(inside).isDirectory() || name.endsWith('.pdf') ? pdfsIn(inside) : [];
  });
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
