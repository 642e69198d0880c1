import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';

/** The `node` that a shell finds: a shell's command that prints what tells it from another, and what that prints now. */
export type NodeIdentity = { readonly ask: string; readonly answer: string };

/** Number, size and time of the file, as GNU and BusyBox say it, and as BSD and macOS do. */
const questions = [
  'stat -L -c "%i %s %Y" "$(command -v node)"',
  'stat -L -f "%i %z %m" "$(command -v node)"',
];

/** Undefined where a shell would find another Node than this one, as where a version manager stands in between. */
export function identifyNode(): NodeIdentity | undefined {
  const ask = (line: string) => spawnSync('/bin/sh', ['-c', line], { encoding: 'utf8' }).stdout.trim();
  const found = ask('command -v node');
  if (found === '' || realpathSync(found) !== realpathSync(process.execPath)) return undefined;
  for (const question of questions) {
    const answer = ask(question);
    if (/^\d+ \d+ \d+$/.test(answer)) return { ask: question, answer };
  }
  return undefined;
}
