import { digestOf } from './digest.ts';
import { canReach, type Reach, type SourceScope, scopeOfSource } from './scope.ts';
import type { Trace } from './trace.ts';

/** Sources of one scope, together. */
type Group = { readonly scope: SourceScope; readonly paths: readonly string[]; readonly digest: string };

/** A path and what was there. */
type Entry = [path: string, digest: string];

/** Folders whose listing says which others there are, and nothing to a document. */
const shelves = new Set(['data/products/', 'templates/brands/']);

/** Everything that a build looked at, put in order by what it can touch. */
export class Sources {
  /** By the product that they belong to, and no other can be reached by; undefined for those of none. */
  private readonly groups = new Map<string | undefined, readonly Group[]>();
  private readonly digests = new Map<string, string>();

  constructor({ files, folders }: Trace) {
    const entries = [...Object.entries(files), ...Object.entries(folders).map(asFolder)];
    const groups = groupByScope(entries.filter(([path]) => !shelves.has(path)).sort(byPath));
    for (const group of groups) {
      const { product } = group.scope;
      this.groups.set(product, [...(this.groups.get(product) ?? []), group]);
    }
  }

  /** A digest of all that can change a document. */
  digestFor(reach: Reach): string {
    const key = JSON.stringify(reach);
    const known = this.digests.get(key);
    if (known !== undefined) return known;
    const digest = digestOf(this.reaching(reach).map((group) => [group.scope, group.digest]));
    this.digests.set(key, digest);
    return digest;
  }

  /** The paths of all that can change a document. */
  pathsFor(reach: Reach): string[] {
    return this.reaching(reach).flatMap(({ paths }) => paths);
  }

  private reaching(reach: Reach): Group[] {
    const near = [undefined, reach.product].flatMap((product) => this.groups.get(product) ?? []);
    return near.filter(({ scope }) => canReach(scope, reach));
  }
}

function groupByScope(entries: readonly Entry[]): Group[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = JSON.stringify(scopeOfSource(entry[0]));
    const members = groups.get(key);
    if (members === undefined) groups.set(key, [entry]);
    else members.push(entry);
  }
  return [...groups].map(([scope, members]) => ({
    scope: JSON.parse(scope) as SourceScope,
    paths: members.map(([path]) => path),
    digest: digestOf(members),
  }));
}

function asFolder([path, digest]: Entry): Entry {
  return [`${path}/`, digest];
}

function byPath([a]: Entry, [b]: Entry): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
