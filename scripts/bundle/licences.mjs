import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The licences of the packages that files lie in, one after another: who passes a package on passes its licence on. */
export function licencesOf(files) {
  const folders = new Set(files.map(packageFolder).filter((folder) => folder !== undefined));
  return [...folders]
    .sort()
    .map(licenceOf)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** The folder of the package that a file lies in. */
function packageFolder(file) {
  return /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(resolve(file).replaceAll('\\', '/'))?.[1];
}

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const named = readdirSync(folder).filter((file) => /^licen[cs]e/i.test(file));
  const texts = named.map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return `${[`${name} ${version}: ${license}`, ...texts].join('\n\n')}\n`;
}
