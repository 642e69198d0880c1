#!/usr/bin/env node
import { exitCodes } from './exit.ts';
import { loadCommand } from './load.ts';
import { tuneV8 } from './v8.ts';

tuneV8();

// A reader who has seen enough (`annex list | head`) closes the pipe: the command goes on, and says the rest to nobody.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') return;
    process.stderr.write(`annex: What it says cannot be written: ${message}\n`);
    process.exit(exitCodes.files);
  });

const { runCommand } = await loadCommand();
process.exitCode = await runCommand(process.argv.slice(2));
