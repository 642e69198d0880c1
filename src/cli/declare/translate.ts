import { UsageFault } from '../usage-fault.ts';
import { defineCommand, groupCommands } from './command.ts';
import { listOption, workspaceOption } from './options.ts';

const languageOption = { alias: 'l', type: 'string', requiresArg: true } as const;

const dryRunOption = {
  alias: 'n',
  type: 'boolean',
  default: false,
  describe: 'Show the change and write nothing',
} as const;

const exportCommand = defineCommand({
  usage: 'export',
  about: 'Write what a language has to translate as one file for a translator',
  positionals: {},
  options: {
    workspace: workspaceOption,
    language: { ...languageOption, demandOption: true, describe: 'Language to translate into' },
    product: { ...listOption, alias: 'p', describe: 'Only texts of these products' },
    all: { type: 'boolean', default: false, describe: 'Every text, and not only what is missing or stale' },
    format: {
      alias: 'f',
      choices: ['xliff', 'csv'],
      describe: 'XLIFF 2.1 or CSV (default: as the name behind --out ends, else xliff)',
    },
    from: { type: 'string', requiresArg: true, describe: 'Only texts that are written in this language' },
    out: { alias: 'o', type: 'string', requiresArg: true, describe: 'Write to this file' },
  },
  examples: [
    ['annex translate export -l fr -o fr.xlf', 'what is missing or stale in French, for a translation tool'],
    ['annex translate export -l fr -o fr.csv', 'the same for a spreadsheet'],
    ['annex translate export -l fr --all -o fr.xlf', 'every text, to be reviewed'],
  ],
  async run({ workspace, language, product, all, format, from, out }, terminal) {
    const { runExport } = await import('../commands/translate.ts');
    return runExport(
      { workspace, language, products: product ?? [], all, format: format ?? formatOf(out), from, out },
      terminal,
    );
  },
});

function formatOf(out: string | undefined): 'xliff' | 'csv' {
  return out !== undefined && /\.csv$/i.test(out) ? 'csv' : 'xliff';
}

const importCommand = defineCommand({
  usage: 'import <file>',
  about: 'Bring back what a translator made of an exported file',
  positionals: {
    file: { type: 'string', demandOption: true, describe: 'XLIFF 2.0, 2.1 or 1.2, or CSV' },
  },
  options: {
    workspace: workspaceOption,
    language: { ...languageOption, describe: 'Language of the translations, where the file does not say it' },
    status: {
      choices: ['reviewed', 'machine'],
      describe: 'Whether a person has read the translations (default: as the file says of each)',
    },
    'dry-run': dryRunOption,
  },
  examples: [
    ['annex translate import fr.xlf --dry-run', 'show what would be written'],
    ['annex translate import fr.xlf --status reviewed', 'a person translated or reviewed all of it'],
  ],
  async run(values, terminal) {
    const { runImport } = await import('../commands/translate.ts');
    return runImport(values, terminal);
  },
});

const acceptCommand = defineCommand({
  usage: 'accept [rows..]',
  about: 'Say of stale translations that they are still valid, or of any that a person has read them',
  positionals: {
    rows: { type: 'string', array: true, describe: 'Ids of texts, such as backup or email-pro/backup' },
  },
  options: {
    workspace: workspaceOption,
    language: { ...languageOption, demandOption: true, describe: 'Language of the translations' },
    product: { ...listOption, alias: 'p', describe: 'Only texts of these products' },
    'all-stale': { type: 'boolean', default: false, describe: 'Every text whose source was reworded' },
    'all-machine': {
      type: 'boolean',
      default: false,
      describe: 'With --reviewed: every text that nobody has reviewed',
    },
    reviewed: { type: 'boolean', default: false, describe: 'A person has read them: mark them as reviewed' },
    'dry-run': dryRunOption,
  },
  examples: [
    ['annex translate accept -l fr', 'show what was reworded, word by word'],
    ['annex translate accept -l fr backup', 'the French text of backup is right for its new wording too'],
    ['annex translate accept -l fr --reviewed backup', 'and a person has read it'],
  ],
  async run({ workspace, language, rows, product, allStale, allMachine, reviewed, dryRun }, terminal) {
    if (allMachine && !reviewed) throw new UsageFault('--all-machine is for --reviewed.');
    const { runAccept } = await import('../commands/translate.ts');
    return runAccept(
      {
        workspace,
        language,
        rows: rows ?? [],
        products: product ?? [],
        allStale,
        allMachine,
        reviewed,
        dryRun,
      },
      terminal,
    );
  },
});

export const translate = groupCommands(
  'translate',
  'Send texts to a translator and bring them back',
  [exportCommand, importCommand, acceptCommand],
  [
    ['annex translate export -l fr -o fr.xlf', 'what is missing or stale in French'],
    ['annex translate import fr.xlf', 'what the translator made of it'],
    ['annex translate accept -l fr', 'what was reworded since it was translated'],
  ],
);
