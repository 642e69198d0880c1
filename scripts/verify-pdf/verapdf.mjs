// veraPDF, run in one JVM for as many files as there are. Maven fetches it, every component at the version that
// pom.xml names; where it lies is kept in node_modules/.cache.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const pom = join(import.meta.dirname, 'pom.xml');
const cache = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'verify-pdf');
const mainClass = 'org.verapdf.apps.GreenfieldCliWrapper';

/** What is missing on this machine, in words. */
export class Missing extends Error {}

/** The class path of veraPDF; throws Missing where Java or Maven is not installed. */
export async function findVeraPdf() {
  await need('java', '-version');
  const key = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 16);
  const file = join(cache, `${key}.classpath`);
  const known = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (known !== '' && known.split(delimiter).every((jar) => existsSync(jar))) return known;
  await need('mvn', '-version');
  mkdirSync(cache, { recursive: true });
  const goal = ['dependency:build-classpath', `-Dmdep.outputFile=${file}.new`];
  await run('mvn', ['--quiet', '--batch-mode', '--file', pom, ...goal]);
  const found = readFileSync(`${file}.new`, 'utf8').trim();
  writeFileSync(file, found);
  return found;
}

async function need(program, ...args) {
  try {
    await run(program, args);
  } catch (fault) {
    if (fault.code === 'ENOENT') throw new Missing(`${program} is not installed`);
    throw fault;
  }
}

/**
 * Validates files against a flavour (`ua1`, `3a`).
 * Returns for each path the clauses that it fails, each as `clause-test: what is asked (how often it fails)`.
 */
export async function validate(classPath, flavour, paths) {
  const report = ['--format', 'json', '--maxfailuresdisplayed', '1', '--loglevel', '0'];
  const options = ['--flavour', flavour, ...report, '--nonpdfext'];
  const { stdout } = await run('java', ['-cp', classPath, mainClass, ...options, ...paths], {
    maxBuffer: 1 << 29,
  }).catch((fault) => {
    // The exit code says that some file does not conform or cannot be read; the report says which.
    if (fault.stdout) return fault;
    throw new Error(`veraPDF ended with exit code ${fault.code} and without a report. ${fault.stderr}`);
  });
  const jobs = JSON.parse(stdout).report.jobs;
  const byPath = new Map(jobs.map((job) => [job.itemDetails.name, job]));
  return new Map(paths.map((path) => [path, failuresOf(byPath.get(path))]));
}

function failuresOf(job) {
  const [result] = job?.validationResult ?? [];
  if (result === undefined) return [`not validated: ${job?.taskException?.exceptionMessage ?? 'no report'}`];
  if (result.compliant) return [];
  return result.details.ruleSummaries.map(
    ({ clause, testNumber, description, failedChecks }) =>
      `${clause}-${testNumber}: ${description} (${failedChecks} times)`,
  );
}
