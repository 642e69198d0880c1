// Builds the repository's workspace, in its own brand and in the others, and the torture workspace, with change annexes
// of both, and packs for many customers, and asks veraPDF about every PDF of them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeContracts } from '../verify-pdf/contracts.mjs';
import { writeTorture } from '../verify-pdf/torture.mjs';

const command = join('dist', 'cli', 'annex.js');
const folder = mkdtempSync(join(tmpdir(), 'annex-verify-'));

try {
  const torture = join(folder, 'torture');
  writeTorture(torture);
  run(command, 'build', '--format', 'pdf', '--out', join(folder, 'own'));
  run(command, 'build', '--format', 'pdf', '--brand', 'lumella', '--out', join(folder, 'lumella'));
  run(command, 'build', '--format', 'pdf', '--workspace', torture, '--out', join(folder, 'tortured'));
  const reworded = join(folder, 'reworded');
  writeTorture(reworded, (text) => text.replace(/(\S+)(\s+)(\S+)/u, '$3$2$1 anew'));
  run(command, 'diff', torture, reworded, '--workspace', torture, '--out', join(folder, 'changes'));
  const products = join('data', 'products');
  const siblings = [join(products, 'email-pro'), join(products, 'private-exchange')];
  for (const language of ['en', 'pl']) {
    run(command, 'diff', ...siblings, '--language', language, '--out', join(folder, 'changes'));
  }
  const contracts = join(folder, 'contracts.csv');
  writeContracts(contracts);
  run(command, 'pack', '--out', join(folder, 'own'));
  run(command, 'pack', '--contracts', contracts, '--out', join(folder, 'packs-hostile'));
  writeContracts(contracts, { isLatin: true });
  run(
    command,
    'pack',
    '--contracts',
    contracts,
    '--brand',
    'lumella',
    '--out',
    join(folder, 'packs-lumella'),
  );
  run(join('scripts', 'verify-pdf.mjs'), folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status === 0) return;
  process.exitCode = 1;
  throw new Error(`${args.join(' ')} ended with exit code ${status}.`);
}
