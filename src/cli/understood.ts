import type { ExitCode } from './exit.ts';
import type { Terminal } from './terminal.ts';

/**
 * A command line that was understood, and what it asks for. Thrown, since a command that returns to its parser has the parser lay
 * out its help, whether or not anybody asked for it: that takes longer than reading a product.
 */
export class Understood extends Error {
  readonly run: (terminal: Terminal) => Promise<ExitCode>;

  constructor(run: (terminal: Terminal) => Promise<ExitCode>) {
    super();
    this.name = 'Understood';
    this.run = run;
  }
}
