import { existsSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { configFile } from '../../catalogue/config.ts';
import { productsFolder } from '../../catalogue/products.ts';
import { type Checked, checked } from '../../diagnostics/checked.ts';
import type { LocatedDiagnostic } from '../../diagnostics/located.ts';
import { openWorkspace, readFileAt } from '../../workspace/disk.ts';
import { findRevision, type Revision } from '../../workspace/revision.ts';
import { type SourceFile, type Workspace, WorkspaceFault } from '../../workspace/workspace.ts';
import { readDocumentState } from './document.ts';
import type { State } from './state.ts';
import { readWorkspaceState } from './workspace.ts';

/** Where a name that a user gave is looked for. */
export type Surroundings = {
  /** Folder of the workspace that the user works in: a revision is one of its repository. */
  readonly workspace: string;
  /** That published pages are written in. */
  readonly language: string;
};

/**
 * Opens what a user named: a workspace, the folder of a product, an edition as JSON, an annex, a workbook, a published
 * page; or a revision of git such as `HEAD~1`, alone or with the path of one of those as `HEAD~1:data/products/mail`.
 * There is no value where a document cannot be read. Throws WorkspaceFault where there is no such thing.
 */
export async function openState(
  name: string,
  { workspace, language }: Surroundings,
): Promise<Checked<State, LocatedDiagnostic>> {
  if (existsSync(name)) {
    return statSync(name).isDirectory()
      ? checked(openFolder(name))
      : readDocumentState(readFileAt(name), language);
  }
  const [, revisionName = '', path] = /^([^:]*)(?::(.*))?$/su.exec(name) ?? [];
  const revision = findRevision(workspace, revisionName);
  if (revision === undefined) {
    throw new WorkspaceFault(name, `'${name}' is no file or folder, and no revision that git knows here.`);
  }
  const place = path === undefined ? revision.folder : pathIn(revision, path);
  const file = fileIn(revision, place);
  return file === undefined
    ? checked(openRevisionFolder(revision, place, name))
    : readDocumentState({ ...file, path: name }, language);
}

/** As git reads it: from the top of the repository, or with `./` from the folder that the user is in. */
function pathIn({ folder }: Revision, path: string): string {
  if (!path.startsWith('./')) return path.replace(/\/$/u, '');
  return [folder, path.slice(2)]
    .filter((part) => part !== '')
    .join('/')
    .replace(/\/$/u, '');
}

function fileIn(revision: Revision, place: string): SourceFile | undefined {
  return place === '' ? undefined : revision.open('').read(place);
}

function openFolder(path: string): State {
  const whole = resolve(path).replaceAll('\\', '/');
  const above = /^(.*)\/data\/products\/([^/]+)$/su.exec(whole);
  if (above) return readWorkspaceState(openWorkspace(above[1] || '/'), path, above[2]);
  return readFolder(openWorkspace(path), path, basename(whole));
}

function openRevisionFolder(revision: Revision, place: string, name: string): State {
  const above = /^(?:(.*)\/)?data\/products\/([^/]+)$/su.exec(place);
  if (above) return readWorkspaceState(revision.open(above[1] ?? ''), name, above[2]);
  return readFolder(revision.open(place), name, basename(place));
}

/** A workspace, or the folder of a product that lies by itself. */
function readFolder(folder: Workspace, name: string, product: string): State {
  const { files, folders } = folder.list('');
  if (files.includes(configFile) || folder.list(productsFolder).folders.length > 0) {
    return readWorkspaceState(folder, name);
  }
  if (files.includes('matrix.csv')) return readWorkspaceState(mountProduct(folder, product), name, product);
  const found =
    folders.length + files.length === 0 ? 'It is empty.' : `It holds neither ${configFile} nor a matrix.csv.`;
  throw new WorkspaceFault(name, `'${name}' is neither a workspace nor the folder of a product. ${found}`);
}

/** The folder of a product as the only one of a workspace. */
function mountProduct(folder: Workspace, product: string): Workspace {
  const at = `${productsFolder}/${product}`;
  const inside = (path: string): string | undefined =>
    path === at ? '' : path.startsWith(`${at}/`) ? path.slice(at.length + 1) : undefined;
  return {
    name: folder.name,
    read(path) {
      const place = inside(path);
      const file = place === undefined || place === '' ? undefined : folder.read(place);
      return file && { ...file, path };
    },
    list(path) {
      const place = inside(path);
      if (place !== undefined) return folder.list(place);
      return { files: [], folders: path === productsFolder ? [product] : [] };
    },
  };
}
