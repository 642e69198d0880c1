import { readConfig, type WorkspaceConfig } from '../catalogue/config.ts';
import type { Catalogue } from '../catalogue/model.ts';
import { productsFolder } from '../catalogue/products.ts';
import { Reader } from '../catalogue/reader.ts';
import { type Diagnostic, isBlocking } from '../diagnostics/diagnostic.ts';
import { everything } from '../plan/plan.ts';
import { checkRequest } from '../plan/request.ts';
import { type Change, type Tried, tryChange } from '../scaffold/change.ts';
import { expectTag, nameLanguage } from '../scaffold/language.ts';
import { openWorkspace } from '../workspace/disk.ts';
import type { WritableWorkspace } from '../workspace/workspace.ts';

/** A workspace to work in: the path of its folder, or one that lives elsewhere, such as in memory. */
export type Home = string | WritableWorkspace;

/** A workspace as it would be with a language in annex.yaml, whether or not the language is there yet. */
export type OpenedLanguage = {
  readonly workspace: WritableWorkspace;
  readonly tag: string;
  /** Absent where the workspace cannot be read; `tried` says why. */
  readonly catalogue: Catalogue | undefined;
  readonly tried: Tried;
  /** Whether annex.yaml names the language. */
  readonly isBuilt: boolean;
  /** Reads the workspace again, as a change to it would leave it. */
  readonly try: (change: Change) => Tried;
};

/** Reads a workspace to translate it into a language. Throws NameRefused, UnknownName, WorkspaceFault. */
export function openLanguage(home: Home, tag: string, products: readonly string[] = []): OpenedLanguage {
  const workspace = open(home);
  const { folders } = workspace.list(productsFolder);
  const names = { products: folders, languages: [], formats: [], brands: [] };
  checkRequest({ ...everything, products }, names);
  const config = readConfig(new Reader(workspace));
  const joining = config === undefined ? {} : joinLanguage(workspace, config, tag);
  const tried = tryChange(workspace, joining);
  return {
    workspace,
    tag,
    catalogue: tried.value,
    tried,
    isBuilt: Object.keys(joining).length === 0,
    try: (change) => tryChange(workspace, { ...joining, ...change }),
  };
}

function open(home: Home): WritableWorkspace {
  return typeof home === 'string' ? openWorkspace(home) : home;
}

/** What annex.yaml would be with the language in it; nothing where it is, or is the one the workspace is written in. */
function joinLanguage(workspace: WritableWorkspace, config: WorkspaceConfig, tag: string): Change {
  if (config.languages.includes(tag) || tag === config.language) return {};
  expectTag(tag, config);
  return nameLanguage(workspace, config, tag);
}

/** The language of a workspace that a tool means by a tag: its `fr-FR` is `fr` here. Throws WorkspaceFault. */
export function likelyLanguage(home: Home, tag: string): string {
  const config = readConfig(new Reader(open(home)));
  const known = config?.languages ?? [];
  const alike = known.filter((other) => baseOf(other) === baseOf(tag));
  return !known.includes(tag) && alike.length === 1 ? alike[0]! : tag;
}

/** `fr` of `fr-FR`. */
export function baseOf(tag: string): string {
  return tag.split('-')[0]!.toLowerCase();
}

/** What keeps the files of a language from being written into: faults of the table itself, not of what it says. */
export function faultsInFiles({ tried, tag }: OpenedLanguage): Diagnostic[] {
  return tried.diagnostics.filter(
    (found) =>
      isBlocking(found) &&
      found.place.file.endsWith(`/translations/${tag}.csv`) &&
      /^(?:csv-|column-missing$|file-unreadable$)/.test(found.rule),
  );
}
