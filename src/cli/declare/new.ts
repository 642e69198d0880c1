import { defineCommand, groupCommands } from './command.ts';
import { workspaceOption } from './options.ts';

const newProduct = defineCommand({
  usage: 'product <id>',
  about: 'Add a product, with a first row in its matrix or with a matrix you have',
  positionals: {
    id: { type: 'string', demandOption: true, describe: 'Name of the folder, such as email-pro' },
  },
  options: {
    workspace: workspaceOption,
    name: {
      type: 'string',
      requiresArg: true,
      describe: 'Name as it is printed (default: made from the id)',
    },
    from: {
      type: 'string',
      requiresArg: true,
      normalize: true,
      describe: 'CSV file that becomes its matrix; ids and sections are filled in',
    },
  },
  examples: [
    ['annex new product email-pro', 'a matrix of one row, to be overwritten'],
    ['annex new product email-pro --from ~/raci.csv', 'a matrix that you have'],
  ],
  async run(values, terminal) {
    const { runNewProduct } = await import('../commands/new.ts');
    return runNewProduct(values, terminal);
  },
});

const newLanguage = defineCommand({
  usage: 'language <tag>',
  about: 'List what a language has to translate; build it when nothing is left',
  positionals: { tag: { type: 'string', demandOption: true, describe: 'Language tag, such as nl or pt-BR' } },
  options: { workspace: workspaceOption },
  examples: [
    ['annex new language nl', 'list in data/translations/nl.csv what is to be translated'],
    ['annex new language nl', 'again: build it if every text is there, or list texts that were added'],
  ],
  async run(values, terminal) {
    const { runNewLanguage } = await import('../commands/new.ts');
    return runNewLanguage(values, terminal);
  },
});

const newBrand = defineCommand({
  usage: 'brand <id>',
  about: 'Add a brand, with every key explained',
  positionals: { id: { type: 'string', demandOption: true, describe: 'Name of the folder, such as acme' } },
  options: {
    workspace: workspaceOption,
    name: {
      type: 'string',
      requiresArg: true,
      describe: 'Name as it is printed (default: made from the id)',
    },
  },
  examples: [['annex new brand acme --name "Acme Cloud"', 'templates/brands/acme/brand.yaml']],
  async run(values, terminal) {
    const { runNewBrand } = await import('../commands/new.ts');
    return runNewBrand(values, terminal);
  },
});

export const addNew = groupCommands(
  'new',
  'Add a product, a language or a brand',
  [newProduct, newLanguage, newBrand],
  [
    ['annex new product email-pro', 'data/products/email-pro'],
    ['annex new language nl', 'data/translations/nl.csv'],
    ['annex new brand acme', 'templates/brands/acme'],
  ],
);
