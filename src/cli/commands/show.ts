import { showComposed } from '../../runs/inspect.ts';
import { type ExitCode, exitCodes } from '../exit.ts';
import { printFindings } from '../findings.ts';
import type { Terminal } from '../terminal.ts';

type Options = {
  readonly workspace: string;
  readonly product: string;
  readonly language: string | undefined;
  readonly brand: string | undefined;
  readonly kind: 'annex' | 'workbook';
};

/** `annex show`: the tree that a template makes of a product, as text. */
export async function runShow(options: Options, terminal: Terminal): Promise<ExitCode> {
  const shown = showComposed(options.workspace, options);
  if (shown.value === undefined) {
    printFindings(shown.diagnostics, terminal, 'err');
    return exitCodes.content;
  }
  terminal.out(shown.value.endsWith('\n') ? shown.value : `${shown.value}\n`);
  return exitCodes.fine;
}
