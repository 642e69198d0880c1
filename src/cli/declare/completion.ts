import { type Command, defineCommand } from './command.ts';

export const completion = defineCommand({
  usage: 'completion <shell>',
  about: 'Print what makes a shell complete commands, options and names',
  positionals: {
    shell: {
      choices: ['bash', 'zsh', 'fish'],
      demandOption: true,
      describe: 'The shell',
    },
  },
  options: {},
  examples: [
    ['source <(annex completion bash)', 'in .bashrc'],
    ['source <(annex completion zsh)', 'in .zshrc, behind compinit'],
    ['annex completion fish | source', 'in config.fish'],
  ],
  async run({ shell }, terminal) {
    const { runCompletion } = await import('../commands/completion.ts');
    return runCompletion({ shell }, terminal);
  },
});

/** What the scripts of `annex completion` call at each press of the tab key; it completes the commands it is given. */
export function defineComplete(commands: () => readonly Command[]): Command {
  return defineCommand({
    usage: 'complete',
    positionals: {},
    options: {},
    examples: [],
    open: true,
    // The words stand behind `--`, for they may look like options.
    async run({ _: [, ...words] }, terminal) {
      const { runComplete } = await import('../commands/completion.ts');
      return runComplete({ words: words.map(String), commands: commands() }, terminal);
    },
  });
}
