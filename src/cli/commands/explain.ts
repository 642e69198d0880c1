import type { Account } from '../../diagnostics/account.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import { groupAccounts, listAccounts } from '../../runs/explain.ts';
import { type ExitCode, exitCodes } from '../exit.ts';
import type { Terminal } from '../terminal.ts';
import { UsageFault } from '../usage-fault.ts';

type Options = { readonly rule: string | undefined; readonly json: boolean };

/** `annex explain`: one rule at length, or all in a line each. */
export async function runExplain({ rule, json }: Options, terminal: Terminal): Promise<ExitCode> {
  if (rule === undefined) {
    terminal.out(json ? printList(listAccounts()) : listGroups(terminal));
    return exitCodes.fine;
  }
  const account = findAccount(rule);
  terminal.out(
    json ? `${JSON.stringify({ format: 1, ...account }, null, 2)}\n` : printAccount(account, terminal),
  );
  return exitCodes.fine;
}

/** Throws UsageFault where nothing is called so. */
function findAccount(id: string): Account {
  const accounts = listAccounts();
  const found = accounts.find((account) => account.id === id);
  if (found !== undefined) return found;
  const near = nearest(
    id,
    accounts.map((account) => account.id),
  );
  const meant = near === undefined ? '' : ` Did you mean '${near}'?`;
  throw new UsageFault(`No finding is called '${id}'.${meant} annex explain lists all.`);
}

/** `{format: 1, rules: [{id, kind, severity, says, more, example}]}`. */
function printList(accounts: readonly Account[]): string {
  return `${JSON.stringify({ format: 1, rules: accounts }, null, 2)}\n`;
}

function listGroups(terminal: Terminal): string {
  const { bold } = terminal.paintOut;
  return groupAccounts()
    .map(
      ({ title, accounts }) =>
        `${bold(title)}\n${accounts.map((account) => printLine(account, terminal)).join('')}`,
    )
    .join('\n');
}

const widestId = 26;

function printLine({ id, severity, says }: Account, terminal: Terminal): string {
  return `  ${id.padEnd(widestId)} ${paintSeverity(severity, terminal)(severity.padEnd(8))} ${says}\n`;
}

function printAccount(account: Account, terminal: Terminal): string {
  const { id, kind, severity, says, more } = account;
  const { bold } = terminal.paintOut;
  const weight = `${kind === 'rule' ? 'a rule' : 'a fault of reading'}, ${paintSeverity(severity, terminal)(describe(severity))}`;
  const lines = [`${bold(id)}: ${weight}`, '', says, more, ...printExample(account, terminal)];
  const rest = kind === 'rule' ? adviseOnRule(account) : adviseOnReading();
  return `${[...lines, '', ...rest].join('\n')}\n`;
}

function describe(severity: Account['severity']): string {
  return severity === 'off' ? 'off unless a workspace turns it on' : severity;
}

function printExample({ example }: Account, { paintOut }: Terminal): string[] {
  if (example === undefined) return [];
  const lines = (text: string) => shown(text).split('\n').filter(Boolean);
  return [
    '',
    `In ${example.file}:`,
    ...lines(example.broken).map((line) => paintOut.red(`- ${line}`)),
    ...lines(example.mended).map((line) => paintOut.green(`+ ${line}`)),
  ];
}

const widestLine = 96;

/** Marks that nobody sees are named, and lines that nobody reads to their end are cut. */
function shown(text: string): string {
  return text
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, nameOf)
    .split('\n')
    .map((line) => (line.length > widestLine ? `${line.slice(0, widestLine)}...` : line))
    .join('\n');
}

function nameOf(mark: string): string {
  return `<U+${mark.codePointAt(0)!.toString(16).toUpperCase()}>`;
}

function adviseOnRule({ id, severity }: Account): string[] {
  return [
    'To weigh it otherwise, in annex.yaml for all products or in product.yaml for one:',
    '  rules:',
    `    ${id}: ${severity === 'error' ? 'warning' : severity === 'off' ? 'warning' : 'error'}    # error, warning or off`,
    '',
    'To let one finding stand, in product.yaml (annex check --accepted shows it with its reason):',
    '  accept:',
    `    - rule: ${id}`,
    '      row: id-of-the-row    # left out: every finding of the rule',
    '      reason: Why it is right as it is.',
  ];
}

function adviseOnReading(): string[] {
  return ['It can neither be weighed nor accepted: the matrix itself would be a guess.'];
}

function paintSeverity(severity: Account['severity'], { paintOut }: Terminal): (text: string) => string {
  return { error: paintOut.red, warning: paintOut.yellow, note: paintOut.blue, off: paintOut.dim }[severity];
}
