import { defineCommand } from './command.ts';
import { workspaceOption } from './options.ts';

export const fmt = defineCommand({
  usage: 'fmt [files..]',
  about: 'Rewrite CSV files in one form, UTF-8 with commas; no value changes',
  positionals: {
    files: { type: 'string', array: true, describe: 'Only these files or folders (default: all)' },
  },
  options: {
    workspace: workspaceOption,
    check: {
      type: 'boolean',
      default: false,
      describe: 'Name the files that would change, and write nothing',
    },
  },
  examples: [
    ['annex fmt', 'every CSV file of the workspace'],
    ['annex fmt data/sections.csv', 'one file'],
    ['annex fmt --check', 'for continuous integration: exit code 1 where a file would change'],
  ],
  async run({ workspace, files, check }, terminal) {
    const { runFmt } = await import('../commands/fmt.ts');
    return runFmt({ workspace, files: files ?? [], check }, terminal);
  },
});
