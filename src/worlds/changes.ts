import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The source files of a workspace, by path; what a build makes is no part of it. */
export type SourceFiles = ReadonlyMap<string, Buffer>;

/** Reads the source files of a workspace, in the order of their paths. */
export function readSources(workspace: string): SourceFiles {
  const entries = readdirSync(workspace, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(workspace, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.startsWith('output/'))
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(join(workspace, path))]));
}

/** What a command did to the source files: a new file whole, of a changed one the lines that differ. */
export function printChanges(before: SourceFiles, after: SourceFiles): string {
  const gone = [...before.keys()].filter((path) => !after.has(path)).map((path) => `\ngone ${path}\n`);
  const written = [...after].map(([path, bytes]) => {
    const old = before.get(path);
    if (old === undefined) return `\nnew ${path}\n${show(bytes)}`;
    return old.equals(bytes) ? '' : `\nchanged ${path}\n${printDifference(linesOf(old), linesOf(bytes))}`;
  });
  return [...gone, ...written].join('');
}

/** The lines that are gone and those that are new, in the order of the file. */
function printDifference(before: readonly string[], after: readonly string[]): string {
  const common = measureCommon(before, after);
  const lines: string[] = [];
  for (let i = 0, j = 0; i < before.length || j < after.length; ) {
    if (i < before.length && before[i] === after[j]) [i, j] = [i + 1, j + 1];
    else if (i < before.length && j < after.length && common[i]![j + 1]! > common[i + 1]![j]!)
      lines.push(`+ ${after[j++]}`);
    else if (i < before.length) lines.push(`- ${before[i++]}`);
    else lines.push(`+ ${after[j++]}`);
  }
  return lines.join('');
}

/** How many lines the rests of two files have in common, from each line of the one and of the other on. */
function measureCommon(before: readonly string[], after: readonly string[]): number[][] {
  const common = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const kept = before[i] === after[j] ? common[i + 1]![j + 1]! + 1 : 0;
      common[i]![j] = Math.max(kept, common[i + 1]![j]!, common[i]![j + 1]!);
    }
  }
  return common;
}

function linesOf(bytes: Buffer): string[] {
  return show(bytes).match(/.*\n|.+$/g) ?? [];
}

/** Text with the characters seen that an editor hides. */
function show(bytes: Buffer): string {
  return bytes.toString().replaceAll('\r', '\\r').replaceAll('\uFEFF', '\\uFEFF');
}
