import { defineCommand } from './command.ts';
import { listOption } from './options.ts';

export const importCommand = defineCommand({
  usage: 'import <file..>',
  about: 'Bring in a matrix that was published as a page, or a workbook that was edited',
  positionals: {
    file: {
      type: 'string',
      array: true,
      demandOption: true,
      describe: 'Markdown, HTML, text, DOCX, CSV or XLSX; - is standard input',
    },
  },
  options: {
    product: {
      alias: 'p',
      type: 'string',
      requiresArg: true,
      describe: 'Id of the product, such as email-pro',
    },
    language: { alias: 'l', type: 'string', requiresArg: true, describe: 'Language of the page, such as fr' },
    into: {
      type: 'string',
      requiresArg: true,
      describe: 'Workspace that it is brought into; a new one if the folder is empty',
    },
    name: {
      type: 'string',
      requiresArg: true,
      describe: "Name as it is printed (default: the page's title)",
    },
    parties: { ...listOption, describe: 'Ids of the parties, in the order of their columns' },
    accept: {
      type: 'boolean',
      default: false,
      describe: 'Let the page change what the workspace says differently',
    },
    'dry-run': { type: 'boolean', default: false, describe: 'Say what would be written, and write nothing' },
    json: { type: 'boolean', default: false, describe: 'Print what was found as JSON' },
  },
  examples: [
    ['annex import raci.md -p email-pro -l en', 'read it, say what was found, write nothing'],
    ['annex import raci.md -p email-pro -l en --into matrices', 'make it a product'],
    ['annex import raci-fr.md -p email-pro -l fr --into matrices', 'its second language'],
    ['annex import edited.xlsx --dry-run', 'a workbook of annex build that was edited: what changed'],
    ['curl -s https://example.com/raci | annex import - -p web -l en --json', 'for another program'],
  ],
  async run(values, terminal) {
    const { runImport } = await import('../commands/import.ts');
    return runImport({ ...values, files: values.file, parties: values.parties ?? [] }, terminal);
  },
});
