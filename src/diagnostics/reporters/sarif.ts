import type { Account } from '../account.ts';
import type { BaselineEntry } from '../baseline/baseline.ts';
import { fingerprint } from '../baseline/fingerprint.ts';
import type { Severity } from '../diagnostic.ts';
import type { LocatedDiagnostic } from '../located.ts';
import type { FilePlace, TextPlace } from '../place.ts';
import type { Report } from './report.ts';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/**
 * SARIF 2.1.0, which code hosting and editors read. Accepted findings are suppressed with their reason (3.35), and
 * findings carry their state against the baseline (3.27.24), where there is one.
 */
export function printSarif(report: Report): string {
  const { findings, gone, accounts, compared } = report;
  const met = new Set([...findings, ...gone].map(({ rule }) => rule));
  const described = accounts.filter(({ id, kind }) => kind === 'rule' || met.has(id));
  const indices = new Map(described.map(({ id }, index) => [id, index]));
  const run = {
    tool: {
      driver: {
        name: 'annex',
        fullName: 'Annexpress',
        semanticVersion: report.version,
        rules: described.map(describeRule),
      },
    },
    columnKind: 'utf16CodeUnits',
    results: [
      ...findings.map((finding) => printResult(finding, indices, report.root, compared)),
      ...gone.map((entry) => printGone(entry, indices, report.root)),
    ],
  };
  return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

const levels = { error: 'error', warning: 'warning', note: 'note', off: 'none' } as const;

function describeRule({ id, severity, says, more }: Account): object {
  return {
    id,
    shortDescription: { text: says },
    fullDescription: { text: `${says} ${more}` },
    help: { text: `${more} annex explain ${id} shows an example.` },
    defaultConfiguration: { enabled: severity !== 'off', level: levels[severity] },
  };
}

function printResult(
  finding: LocatedDiagnostic,
  indices: ReadonlyMap<string, number>,
  root: string,
  compared: boolean,
): object {
  const { rule, severity, message, hints, place, also, accepted, known } = finding;
  return {
    ...ruleOf(rule, indices),
    level: levelOf(severity),
    message: { text: [message, ...hints].join(' ') },
    locations: [locationOf(place, root, finding.sourceLine)],
    ...(also !== undefined && {
      relatedLocations: [{ ...locationOf(also, root), message: { text: 'See also' } }],
    }),
    partialFingerprints: { 'annexFinding/v1': fingerprint(finding) },
    ...(compared && { baselineState: known === true ? 'unchanged' : 'new' }),
    ...(accepted !== undefined && { suppressions: [{ kind: 'external', justification: accepted }] }),
  };
}

/** What the baseline holds and nobody finds any more. */
function printGone(entry: BaselineEntry, indices: ReadonlyMap<string, number>, root: string): object {
  return {
    ...ruleOf(entry.rule, indices),
    level: 'none',
    kind: 'pass',
    message: { text: entry.message },
    locations: [locationOf({ file: entry.file }, root)],
    partialFingerprints: { 'annexFinding/v1': entry.fingerprint },
    baselineState: 'absent',
  };
}

function ruleOf(rule: string, indices: ReadonlyMap<string, number>): object {
  const ruleIndex = indices.get(rule);
  return { ruleId: rule, ...(ruleIndex !== undefined && { ruleIndex }) };
}

function levelOf(severity: Severity): string {
  return levels[severity];
}

function locationOf(place: FilePlace | TextPlace, root: string, line?: string): object {
  const region = 'line' in place && {
    region: {
      startLine: place.line,
      startColumn: place.column,
      ...(place.length !== undefined && place.length > 0 && { endColumn: place.column + place.length }),
      ...(line !== undefined && { snippet: { text: line } }),
    },
  };
  return { physicalLocation: { artifactLocation: { uri: uriOf(root + place.file) }, ...region } };
}

/** A relative reference (RFC 3986): every part between slashes percent-encoded, so that no colon reads as a scheme. */
function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
