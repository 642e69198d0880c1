import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { itWith, runProgram } from '../../worlds/programs.ts';
import { completionScripts } from './scripts.ts';

/* Each script in its shell, with a program in the place of annex that answers what it was asked. */
const folder = mkdtempSync(join(tmpdir(), 'annex-shells-'));
const asked = join(folder, 'asked');

beforeAll(() => {
  const program = `#!/bin/sh\nprintf '<%s>' "$@" >${asked}\nprintf '%s\\n' "$ANSWER"\n`;
  writeFileSync(join(folder, 'annex'), program);
  chmodSync(join(folder, 'annex'), 0o755);
  for (const [shell, script] of Object.entries(completionScripts)) writeFileSync(join(folder, shell), script);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a few lines in a shell that has loaded its script; gives what they print, and then what annex was asked. */
function ask(shell: 'bash' | 'zsh' | 'fish', answer: string, lines: string): string {
  const setUp = shell === 'fish' ? `set -x PATH ${folder} $PATH` : `PATH=${folder}:$PATH`;
  const load = shell === 'zsh' ? 'compdef() { : }' : 'true';
  const script = `${setUp}\n${load}\nsource ${join(folder, shell)}\n${lines}\ncat ${asked}`;
  return runProgram('env', [`ANSWER=${answer}`, shell, '-c', script]);
}

describe('the completion script', () => {
  itWith('bash', 'of bash hands over every word, and offers what is before the tab', () => {
    const lines = `COMP_WORDS=(annex build -p ''); COMP_CWORD=3; _annex_complete annex; printf '%s|' "\${COMPREPLY[@]}"`;
    expect(ask('bash', 'email-pro\tMail\nweb\t', lines)).toBe('email-pro|web|<complete><--><build><-p><>');
  });

  itWith('bash', 'of bash puts in only what is behind an equals sign', () => {
    const lines = `COMP_WORDS=(annex build --language = f); COMP_CWORD=4; _annex_complete annex; printf '%s|' "\${COMPREPLY[@]}"`;
    expect(ask('bash', '--language=fr\t', lines)).toContain('fr|<complete>');
  });

  itWith('zsh', 'of zsh offers words with what they are for', () => {
    const stub = `_describe() { print -l -- "\${(@P)2}" }`;
    const lines = `${stub}; words=(annex build ''); CURRENT=3; _annex`;
    expect(ask('zsh', '--json\tas: JSON\nweb\t', lines)).toBe(
      '--json:as: JSON\nweb:\n<complete><--><build><>',
    );
  });

  itWith('zsh', 'of zsh completes files where nothing is offered', () => {
    const lines = `_files() { print files }; words=(annex fmt ''); CURRENT=3; _annex`;
    expect(ask('zsh', '', lines)).toBe('files\n<complete><--><fmt><>');
  });

  itWith('fish', 'of fish offers words with what they are for', () => {
    const lines = `complete -C 'annex build --'`;
    expect(ask('fish', '--json\tas JSON', lines)).toBe('--json\tas JSON\n<complete><--><build><-->');
  });
});
