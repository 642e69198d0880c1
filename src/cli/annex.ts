#!/usr/bin/env node
import { loadCommand } from './load.ts';
import { runProcess } from './process.ts';

await runProcess(loadCommand, process.argv.slice(2));
