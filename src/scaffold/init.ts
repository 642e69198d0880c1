import { configFile } from '../catalogue/config.ts';
import { makeWorkspace } from '../workspace/disk.ts';
import { type WrittenFile, writeChange } from './change.ts';
import { exampleWorkspace, ignoreFile } from './example.ts';
import { NameRefused } from './names.ts';

/**
 * Makes a workspace with an example in it, and overwrites nothing: an ignore file that is there stays as it is.
 * Throws NameRefused where a file of the workspace is there already, WorkspaceFault.
 */
export function initWorkspace(folder: string): WrittenFile[] {
  const workspace = makeWorkspace(folder);
  const isThere = (path: string) => workspace.read(path) !== undefined;
  if (isThere(configFile)) {
    const here = folder === '.' ? 'This folder' : `'${folder}'`;
    throw new NameRefused(`${here} is a workspace already: it has an ${configFile}. Nothing was written.`);
  }
  const taken = Object.keys(exampleWorkspace).find(isThere);
  if (taken !== undefined) {
    throw new NameRefused(
      `There is a ${taken} already, and annex init overwrites nothing. Name an empty folder.`,
    );
  }
  const ignore = isThere('.gitignore') ? {} : ignoreFile;
  return writeChange(workspace, { ...exampleWorkspace, ...ignore });
}
