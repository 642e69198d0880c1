import type { Argv } from 'yargs';
import type { ExitCode } from './exit.ts';
import type { Terminal } from './terminal.ts';

/**
 * The commands and their options. Each is run by a module of its own that is loaded only when it is called, so that
 * `annex --help` answers at once and `annex check` never loads a PDF engine.
 */
export const commandNames: readonly string[] = ['build', 'check', 'list', 'show', 'fix'];

/** All options of all commands, for 'did you mean'. */
export const optionNames: readonly string[] = [
  'workspace',
  'out',
  'product',
  'language',
  'format',
  'brand',
  'json',
  'reporter',
  'accepted',
  'kind',
  'dry-run',
  'help',
  'version',
];

const workspaceOption = {
  alias: 'w',
  type: 'string',
  default: '.',
  requiresArg: true,
  describe: 'Folder of the workspace',
} as const;

const listOption = { type: 'string', array: true, requiresArg: true, coerce: splitNames } as const;

/** Declares all commands on a parser; `finish` receives the exit code of the one that ran. */
export function declareCommands(parser: Argv, terminal: Terminal, finish: (code: ExitCode) => void): Argv {
  return parser
    .command(
      'build',
      'Build annexes and workbooks',
      (args) =>
        args
          .options({
            workspace: workspaceOption,
            out: {
              alias: 'o',
              type: 'string',
              requiresArg: true,
              describe: 'Output folder (default: output in the workspace)',
            },
            product: { ...listOption, alias: 'p', describe: 'Only these products' },
            language: { ...listOption, alias: 'l', describe: 'Only these languages' },
            format: { ...listOption, alias: 'f', describe: 'Only these formats' },
            brand: { ...listOption, alias: 'b', describe: 'In these brands instead of the products’ own' },
            json: { type: 'boolean', default: false, describe: 'Print the result as JSON' },
          })
          .example('annex build', 'everything the workspace asks for')
          .example('annex build -p email-pro -l fr,de', 'one product in two languages')
          .example('annex build -f pdf --out /srv/annexes', 'only PDFs, elsewhere'),
      async (args) => {
        const { runBuild } = await import('./commands/build.ts');
        finish(
          await runBuild(
            {
              workspace: args.workspace,
              out: args.out,
              request: {
                products: args.product ?? [],
                languages: args.language ?? [],
                formats: args.format ?? [],
                brands: args.brand ?? [],
              },
              json: args.json,
            },
            terminal,
          ),
        );
      },
    )
    .command(
      'check',
      'Name every fault of the workspace, and build nothing',
      (args) =>
        args
          .options({
            workspace: workspaceOption,
            reporter: {
              alias: 'r',
              choices: ['human', 'json'] as const,
              default: 'human' as const,
              describe: 'How findings are printed',
            },
            accepted: {
              type: 'boolean',
              default: false,
              describe: 'Show accepted findings too, with their reasons',
            },
          })
          .example('annex check', 'findings with file, line and column')
          .example('annex check --reporter json > findings.json', 'for another program'),
      async (args) => {
        const { runCheck } = await import('./commands/check.ts');
        finish(await runCheck(args, terminal));
      },
    )
    .command(
      'list',
      'List products, editions, languages and states',
      (args) =>
        args
          .options({
            workspace: workspaceOption,
            json: { type: 'boolean', default: false, describe: 'Print as JSON' },
          })
          .example('annex list', 'what this workspace holds'),
      async (args) => {
        const { runList } = await import('./commands/list.ts');
        finish(await runList(args, terminal));
      },
    )
    .command(
      'show <product>',
      'Print the composed annex as text, to see what a template makes',
      (args) =>
        args
          .positional('product', { type: 'string', demandOption: true, describe: 'Product id' })
          .options({
            workspace: workspaceOption,
            language: {
              alias: 'l',
              type: 'string',
              requiresArg: true,
              describe: 'Language (default: the product’s own)',
            },
            brand: {
              alias: 'b',
              type: 'string',
              requiresArg: true,
              describe: 'Brand (default: the product’s own)',
            },
            kind: {
              alias: 'k',
              choices: ['annex', 'workbook'] as const,
              default: 'annex' as const,
              describe: 'Which document',
            },
          })
          .example('annex show email-pro -l de', 'the German annex as a tree')
          .example('annex show email-pro --kind workbook', 'the workbook, cell by cell'),
      async (args) => {
        const { runShow } = await import('./commands/show.ts');
        finish(await runShow(args, terminal));
      },
    )
    .command(
      'fix',
      'Fill in empty ids; shows the change first and touches no other byte',
      (args) =>
        args
          .options({
            workspace: workspaceOption,
            product: { ...listOption, alias: 'p', describe: 'Only these products' },
            'dry-run': {
              alias: 'n',
              type: 'boolean',
              default: false,
              describe: 'Show the change and write nothing',
            },
          })
          .example('annex fix --dry-run', 'show the ids that would be filled in')
          .example('annex fix', 'show them, and fill them in'),
      async (args) => {
        const { runFix } = await import('./commands/fix.ts');
        finish(
          await runFix(
            { workspace: args.workspace, products: args.product ?? [], dryRun: args.dryRun },
            terminal,
          ),
        );
      },
    );
}

/** Repeated options and commas mean the same: `-p a,b` and `-p a -p b`. */
function splitNames(values: readonly string[]): string[] {
  return [...new Set(values.flatMap((value) => value.split(',')).map((name) => name.trim()))].filter(
    (name) => name !== '',
  );
}
