import yargs, { type Argv } from 'yargs';
import { commandNames, declareCommands } from './commands.ts';
import { type ExitCode, exitCodes } from './exit.ts';
import { reportFault } from './faults.ts';
import { nearest } from '../diagnostics/suggest.ts';
import { processTerminal, type Terminal } from './terminal.ts';
import { programVersion } from './version.ts';

/** Runs one command line and returns its exit code. Throws nothing. */
export async function runCommand(args: readonly string[], terminal: Terminal = processTerminal()): Promise<ExitCode> {
  let code: ExitCode = exitCodes.fine;
  let said = '';
  const parser = declareCommands(createParser(), terminal, (result) => {
    code = result;
  });
  try {
    await parser.parseAsync([...args], {}, (_error, _argv, output) => {
      said = output;
    });
  } catch (fault) {
    return reportFault(fault, terminal, args);
  }
  if (said !== '') terminal.out(`${said}\n`);
  return code;
}

function createParser(): Argv {
  return yargs()
    .scriptName('annex')
    .usage('annex <command>\n\nTurns responsibility matrices into PDF annexes and Excel workbooks.')
    .version(programVersion())
    .alias({ h: 'help', v: 'version' })
    .parserConfiguration({ 'boolean-negation': false, 'parse-numbers': false, 'parse-positional-numbers': false, 'dot-notation': false })
    .strictOptions()
    .demandCommand(1, 'Name a command.')
    .check((argv) => expectCommand(String(argv._[0] ?? '')), true)
    .exitProcess(false)
    .wrap(100)
    .locale('en')
    .epilogue('Exit codes: 0 fine, 1 the content is at fault, 2 usage, 3 files or environment, 70 a bug here.')
    .fail((message, error) => {
      throw error ?? new UsageFault(message);
    });
}

/** The command line was not understood. */
export class UsageFault extends Error {
  override name = 'UsageFault';
}

function expectCommand(name: string): true {
  if (commandNames.includes(name)) return true;
  const near = nearest(name, commandNames);
  throw new UsageFault(`Unknown command '${name}'.${near === undefined ? '' : ` Did you mean '${near}'?`}`);
}
