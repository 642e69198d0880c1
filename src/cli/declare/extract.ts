import { defineCommand } from './command.ts';

export const extract = defineCommand({
  usage: 'extract <file>',
  about: 'Print the matrix that an annex or a workbook carries',
  positionals: {
    file: {
      type: 'string',
      demandOption: true,
      describe: 'A PDF or a workbook that annex build made, or the zip of a pack',
    },
  },
  options: {
    csv: {
      type: 'boolean',
      conflicts: 'json',
      describe: 'The matrix as CSV, in the language of the file (as by default)',
    },
    json: { type: 'boolean', describe: 'The whole edition as JSON, in all its languages' },
    language: {
      alias: 'l',
      type: 'string',
      requiresArg: true,
      conflicts: 'json',
      describe: 'The CSV in another language of the edition',
    },
    product: {
      alias: 'p',
      type: 'string',
      requiresArg: true,
      describe: 'Of a pack, the product whose matrix is meant',
    },
    out: { alias: 'o', type: 'string', requiresArg: true, describe: 'Write to this file' },
  },
  examples: [
    ['annex extract annex.pdf', 'its matrix as CSV'],
    ['annex extract annex.xlsx --json -o edition.json', 'its edition, as a release freezes it'],
  ],
  async run({ file, json, language, product, out }, terminal) {
    const { runExtract } = await import('../commands/extract.ts');
    return runExtract({ file, as: json === true ? 'json' : 'csv', language, product, out }, terminal);
  },
});
