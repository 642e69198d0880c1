import { defineCommand } from './command.ts';
import { workspaceOption } from './options.ts';

export const release = defineCommand({
  usage: 'release [product..]',
  about: 'Freeze the editions that products are in, so that they are no drafts any more',
  positionals: {
    product: { type: 'string', array: true, describe: 'Only these products (default: all)' },
  },
  options: {
    workspace: workspaceOption,
    'dry-run': {
      alias: 'n',
      type: 'boolean',
      default: false,
      describe: 'Say what would be frozen and write nothing',
    },
    json: { type: 'boolean', default: false, describe: 'Print the result as JSON' },
  },
  examples: [
    ['annex release email-pro --dry-run', 'whether it can be released, and what changed since the last time'],
    ['annex release email-pro', 'freeze its edition'],
  ],
  async run({ workspace, product, dryRun, json }, terminal) {
    const { runRelease } = await import('../commands/release.ts');
    return runRelease({ workspace, products: product ?? [], dryRun, json }, terminal);
  },
});
