import { chmodSync, renameSync, writeFileSync } from 'node:fs';
import { commandsInSnapshot } from './commands.ts';
import type { NodeIdentity } from './identity.ts';

type Launcher = {
  /** The snapshot's file. */
  readonly snapshot: string;
  /** The Node that it was made by, and that alone can start from it. */
  readonly node: NodeIdentity;
  /** JavaScript that runs the command without the snapshot. */
  readonly otherwise: string;
};

/**
 * Writes a file that a shell runs, and that is JavaScript as well: to Node, each line of the shell's part is a string and a
 * comment. So it works wherever the plain command does, `node annex.js` and a package manager's own launchers included.
 */
export function writeLauncher(path: string, launcher: Launcher): void {
  const made = `${path}-${process.pid}`;
  writeFileSync(made, launcherText(launcher));
  chmodSync(made, 0o755);
  renameSync(made, path);
}

/** Options of Node may change what V8 needs of a snapshot, and what is run rarely is not in it. */
export function launcherText({ snapshot, node, otherwise }: Launcher): string {
  const file = quoted(snapshot);
  const known = [...commandsInSnapshot, ...flags].join('|');
  const isOwn = `[ "$(${node.ask} 2>/dev/null)" = ${quoted(node.answer)} ]`;
  // Each line by itself: what would go on into the next one would go on with the string at its start.
  const shell = [
    `case "\${1-}" in ${known}) ;; *) exec node "$0" "$@" ;; esac`,
    `[ -z "\${NODE_OPTIONS-}" ] && [ -r ${file} ] && ${isOwn} && exec node ${startFrom(file).join(' ')} "$@"`,
    'exec node "$0" "$@"',
  ];
  return `#!/bin/sh\n${shell.map((line) => `':' //; ${line}\n`).join('')}${otherwise}`;
}

/**
 * What Node is told to build a snapshot, and to start from it: V8 takes it for another's where these differ. Most commands need no
 * more memory than this, and end before V8 looks for any that is free: a twelfth of the time of one annex.
 */
export const heap = '--initial-heap-size=100';

/** What Node is told to start from a snapshot; the command's own words follow. */
export function startFrom(snapshot: string): string[] {
  return [heap, '--snapshot-blob', snapshot, '--'];
}

const flags = ['--help', '-h', '--version', '-v', "''"];

/** A word of a shell's line, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
