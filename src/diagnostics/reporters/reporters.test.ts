import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import Ajv from 'ajv-draft-04';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { Account } from '../account.ts';
import type { LocatedDiagnostic } from '../located.ts';
import { printGithub, printGithubList } from './github.ts';
import type { Report } from './report.ts';
import { reporters } from './reporters.ts';

const accounts: Account[] = [
  { id: 'code-unknown', kind: 'reading', severity: 'error', says: 'No code.', more: 'Write one.' },
  {
    id: 'accountable-missing',
    kind: 'rule',
    severity: 'warning',
    says: 'One answers.',
    more: 'Else nobody.',
  },
  { id: 'party-idle', kind: 'rule', severity: 'off', says: 'Each party answers.', more: 'Else why list it.' },
];

const unknown: LocatedDiagnostic = {
  rule: 'code-unknown',
  severity: 'error',
  message: `'<b>"X"&' is not a code, 100% sure:\n::warning::injected\u0007`,
  place: { file: 'data/products/a b/ü,1.csv', line: 3, column: 9, length: 2 },
  hints: ['Write R.'],
  also: { file: 'annex.yaml' },
  sourceLine: 'backup,<X>,RX',
};
const missing: LocatedDiagnostic = {
  rule: 'accountable-missing',
  severity: 'warning',
  message: "No party is accountable for 'backup'.",
  place: { file: 'data/products/mail/matrix.csv', line: 2, column: 1 },
  hints: [],
  scope: { product: 'mail', row: 'backup' },
};
const accepted: LocatedDiagnostic = { ...missing, accepted: 'Published so & cited.' };
const known: LocatedDiagnostic = { ...missing, known: true };
const whole: LocatedDiagnostic = { ...unknown, place: { file: 'annex.yaml' } };

const gone = [
  { fingerprint: 'f'.repeat(32), rule: 'text-long', file: 'annex.yaml', message: 'Too long.', count: 1 },
];

function reportOf(...findings: LocatedDiagnostic[]): Report {
  return { findings, gone: [], compared: false, accounts, root: '', version: '1.2.3' };
}

const everything: Report = { ...reportOf(unknown, missing, accepted, known, whole), gone, compared: true };

describe('the SARIF report', () => {
  const require = createRequire(import.meta.url);
  const schema = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const validate = new Ajv.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
    JSON.parse(readFileSync(schema, 'utf8')),
  );

  it.each([
    ['no finding', reportOf()],
    ['findings of every kind', everything],
  ])('is valid with %s', (_, report) => {
    const valid = validate(JSON.parse(reporters.sarif(report)));
    expect(validate.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  const [run] = JSON.parse(reporters.sarif(everything)).runs;

  it('points each result at the rule it names', () => {
    for (const { ruleId, ruleIndex } of run.results.filter(
      ({ ruleId }: { ruleId: string }) => ruleId !== 'text-long',
    ))
      expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
  });

  it('lists all rules, and of the faults of reading those that were met', () => {
    const { rules } = JSON.parse(reporters.sarif(reportOf(missing))).runs[0].tool.driver;
    expect(rules.map(({ id }: { id: string }) => id)).toEqual(['accountable-missing', 'party-idle']);
    expect(rules[1].defaultConfiguration).toEqual({ enabled: false, level: 'none' });
  });

  it('says line and columns as they are, and writes the path as a URI', () => {
    const { artifactLocation, region } = run.results[0].locations[0].physicalLocation;
    expect(region).toMatchObject({ startLine: 3, startColumn: 9, endColumn: 11 });
    expect(artifactLocation.uri).toBe('data/products/a%20b/%C3%BC%2C1.csv');
  });

  it('suppresses what is accepted, with the reason', () => {
    expect(run.results[2].suppressions).toEqual([
      { kind: 'external', justification: 'Published so & cited.' },
    ]);
  });

  it('says what is new, what is not and what is gone', () => {
    const states = run.results.map(({ baselineState }: { baselineState: string }) => baselineState);
    expect(states).toEqual(['new', 'new', 'new', 'unchanged', 'new', 'absent']);
  });
});

describe('the JUnit report', () => {
  it('is XML whose counts are those of its cases', () => {
    const root = parseXml(reporters.junit(everything)).root!;
    const suites = elements(root);
    const cases = suites.flatMap(elements);
    const having = (name: string) =>
      cases.filter((found) => elements(found).some((inner) => inner.name === name));
    expect(root.attributes).toMatchObject({ tests: '5', failures: '2', skipped: '2' });
    expect(cases).toHaveLength(5);
    expect(having('failure')).toHaveLength(2);
    expect(having('skipped')).toHaveLength(2);
    const sum = (key: string) => suites.reduce((total, suite) => total + Number(suite.attributes[key]), 0);
    expect([sum('tests'), sum('failures'), sum('skipped')]).toEqual([5, 2, 2]);
  });

  it('has the parts of a case in the order of the schema: what became of it, then what is said', () => {
    const cases = elements(parseXml(reporters.junit(everything)).root!).flatMap(elements);
    const orders = new Set(
      cases.map((found) =>
        elements(found)
          .map(({ name }) => name)
          .join(' '),
      ),
    );
    expect([...orders].sort()).toEqual(['failure', 'skipped system-out', 'system-out']);
  });

  it('shows data as it is', () => {
    const failure = elements(
      elements(elements(parseXml(reporters.junit(reportOf(unknown))).root!)[0]!)[0]!,
    )[0]!;
    expect(failure.attributes.message).toContain(`'<b>"X"&' is not a code`);
    expect(failure.text).toContain('Write R.');
  });

  it('has one case that passes where nothing was found', () => {
    const suites = elements(parseXml(reporters.junit(reportOf())).root!);
    expect(suites.flatMap(elements).flatMap(elements)).toEqual([]);
    expect(suites.flatMap(elements)).toHaveLength(1);
  });
});

describe('the report for GitHub', () => {
  it('annotates the worst ten, and says where all of them are', () => {
    const many = Array.from({ length: 20 }, (_, i) => ({ ...missing, message: `Warning ${i}.` }));
    const lines = printGithub(reportOf(...many, unknown), 'findings.md').split('\n');
    expect(lines.filter((line) => line.startsWith('::'))).toHaveLength(10);
    expect(lines[0]).toMatch(/^::error /);
    expect(lines[10]).toBe('The worst 10 findings are annotated; findings.md has all 21.');
    expect(printGithub(reportOf(...many))).toContain('--report-file takes all 20.');
  });

  it('lets no text end its command or begin another', () => {
    const [line, ...rest] = printGithub(reportOf(unknown)).split('\n');
    expect(line).toContain('file=data/products/a b/ü%2C1.csv,line=3,col=9,title=code-unknown::');
    expect(line).toContain('100%25 sure:%0A::warning::injected');
    expect(rest).toEqual(['1 error', '']);
  });

  it('names files from the folder it runs in', () => {
    expect(printGithub({ ...reportOf(missing), root: 'contracts/' })).toContain(
      'file=contracts/data/products',
    );
  });

  it('passes over what is accepted or known', () => {
    expect(printGithub(reportOf(accepted, known))).toBe('1 accepted, 1 in the baseline\n');
  });

  it('lists what counts, and what is accepted with its reason, in tables of which no text is markup', () => {
    const list = printGithubList(everything);
    expect(list.match(/^\| (?:error|warning) /gm)).toHaveLength(3);
    expect(list).not.toContain('<b>');
    expect(list).toMatch(/^\| accountable&#45;missing .* Published so &#38; cited\. \|$/m);
    expect(list).toContain('Gone from the baseline: 1.');
  });
});

describe('the HTML report', () => {
  const page = reporters.html(everything);

  it('is well formed, and shows data as it is', () => {
    const errors: string[] = [];
    parse(page, { onParseError: ({ code }) => errors.push(code) });
    expect(errors).toEqual([]);
    expect(page).not.toContain('<b>');
    expect(page).toContain('&lt;b&gt;&quot;X&quot;&amp;');
  });

  it('marks the fault in its line', () =>
    expect(page).toContain('<code>backup,&lt;<mark>X&gt;</mark>,RX</code>'));

  it('gives the reason of what is accepted', () => expect(page).toContain('Published so &amp; cited.'));

  it('says so where there is nothing to mend', () => {
    expect(reporters.html(reportOf(accepted))).toContain('There is nothing to mend.');
    expect(page).not.toContain('There is nothing to mend.');
  });
});

function elements(parent: XmlElement): XmlElement[] {
  return parent.children.filter((node): node is XmlElement => node.type === 'element');
}
