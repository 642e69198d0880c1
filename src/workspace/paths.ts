import { WorkspaceFault } from './workspace.ts';

/**
 * A path as the workspace knows it: relative, forward slashes, no `.` and no `..`. The root is ''.
 * Throws WorkspaceFault for a path that could leave the workspace.
 */
export function checkPath(path: string): string {
  if (path === '' || path === '.') return '';
  if (path.includes('\0')) throw new WorkspaceFault(path, 'The path has a NUL character in it.');
  if (/^(?:[\\/]|[A-Za-z]:)/.test(path)) {
    throw new WorkspaceFault(path, 'The path is absolute; expected one relative to the workspace.');
  }
  const steps = path.split(/[\\/]/).filter((step) => step !== '' && step !== '.');
  if (steps.includes('..'))
    throw new WorkspaceFault(path, "The path leads out of the workspace: it has '..' in it.");
  return steps.join('/');
}

/** Sorts names by code unit, the same on every machine and in every locale. */
export function inCodeUnitOrder(names: Iterable<string>): string[] {
  return [...names].sort();
}
