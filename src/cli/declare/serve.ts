import { defineCommand } from './command.ts';
import { hostOption, listOption, portOption, workspaceOption } from './options.ts';

export const serve = defineCommand({
  usage: 'serve',
  about: 'Serve the download page and all that was built, to be read alone',
  positionals: {},
  options: {
    workspace: workspaceOption,
    out: {
      alias: 'o',
      type: 'string',
      requiresArg: true,
      describe: 'Output folder, or one that was published to (default: output in the workspace)',
    },
    port: { ...portOption, default: '4180' },
    host: hostOption,
    name: { ...listOption, describe: 'Further names that readers know it by, such as that of a proxy' },
  },
  examples: [
    ['annex serve', 'the address to open is printed; Ctrl-C ends it'],
    ['annex serve --out /srv/annexes --host 0.0.0.0', 'to other machines, what was published there'],
  ],
  async run({ workspace, out, port, host, name }, terminal) {
    const { runServe } = await import('../commands/serve.ts');
    return runServe({ workspace, out, port, host, names: name ?? [] }, terminal);
  },
});
