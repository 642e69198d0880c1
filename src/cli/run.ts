import yargs, { type Argv } from 'yargs';
import { programVersion } from '../version.ts';
import { declareCommands } from './commands.ts';
import { type ExitCode, exitCodes } from './exit.ts';
import { reportFault } from './faults.ts';
import { processTerminal, type Terminal } from './terminal.ts';
import { Understood } from './understood.ts';
import { expectCommand, explainUsage, nothingNamed } from './usage.ts';
import { UsageFault } from './usage-fault.ts';

/** Runs one command line and returns its exit code. Throws nothing. */
export async function runCommand(
  args: readonly string[],
  terminal: Terminal = processTerminal(),
): Promise<ExitCode> {
  try {
    expectCommand(args);
    const asked = await understand(args);
    if (asked instanceof Understood) return await asked.run(terminal);
    terminal.out(`${asked}\n`);
    // Without a command: the help, and still the exit code of a command line that was not understood.
    return args.length === 0 ? exitCodes.usage : exitCodes.fine;
  } catch (fault) {
    return reportFault(fault, terminal, args);
  }
}

/** What a command line asks for, or the help or version that it wants to read. Throws UsageFault. */
async function understand(args: readonly string[]): Promise<Understood | string> {
  let said = '';
  try {
    const parser = declareCommands(createParser(args));
    await parser.parseAsync(args.length === 0 ? ['--help'] : [...args], {}, (_error, _argv, output) => {
      said = output;
    });
  } catch (thrown) {
    if (thrown instanceof Understood) return thrown;
    throw thrown;
  }
  return said;
}

function createParser(args: readonly string[]): Argv {
  return yargs()
    .scriptName('annex')
    .usage('annex <command>\n\nTurns responsibility matrices into PDF annexes and Excel workbooks.')
    .version(programVersion())
    .alias({ h: 'help', v: 'version' })
    .parserConfiguration({
      'boolean-negation': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
      'dot-notation': false,
    })
    .strictOptions()
    .demandCommand(1, nothingNamed)
    .exitProcess(false)
    .wrap(100)
    .locale('en')
    .epilogue(
      'Exit codes: 0 fine, 1 the content is at fault, 2 usage, 3 files or environment, 70 a bug here.',
    )
    .fail((message, error) => {
      // Of an option without its value, the parser throws a fault of its own.
      if (error !== undefined && error.name !== 'YError') throw error;
      throw new UsageFault(explainUsage(message ?? error?.message, args));
    });
}
