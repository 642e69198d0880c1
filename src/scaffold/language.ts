import { configFile, readConfig, type WorkspaceConfig } from '../catalogue/config.ts';
import { pseudoLanguage } from '../catalogue/pseudo.ts';
import { Reader } from '../catalogue/reader.ts';
import { type Checked, checked } from '../diagnostics/checked.ts';
import { type Diagnostic, isBlocking } from '../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { openWorkspace } from '../workspace/disk.ts';
import { languageTag } from '../workspace/schemas/identifiers.ts';
import type { Workspace, WritableWorkspace } from '../workspace/workspace.ts';
import { addToList } from '../workspace/yaml/add-to-list.ts';
import { type Change, type Tried, tryChange, type WrittenFile, writeChange } from './change.ts';
import { type MissingText, missingTexts } from './missing-texts.ts';
import { NameRefused } from './names.ts';
import { addRows, writeRows } from './translation-rows.ts';

export type NewLanguageOptions = { readonly workspace: string; readonly tag: string };

export type NewLanguageResult = {
  readonly files: readonly WrittenFile[];
  /** Where the language is translated. */
  readonly translations: string;
  /** How many texts it lacks. */
  readonly missing: number;
  /** Whether the workspace builds it: it was in annex.yaml, or it is now. */
  readonly built: boolean;
  /** Products that name their own languages, without this one. */
  readonly without: readonly string[];
  readonly diagnostics: readonly LocatedDiagnostic[];
};

/**
 * Begins a language, or brings it up to date: its file gets a row for each text it lacks. The language is named in
 * annex.yaml once it lacks nothing and no finding stands in its way; until then every build is as it was, and the
 * same call goes on from there. Throws NameRefused, WorkspaceFault.
 */
export function newLanguage({ workspace: folder, tag }: NewLanguageOptions): NewLanguageResult {
  const workspace = openWorkspace(folder);
  const config = readConfig(new Reader(workspace));
  if (config !== undefined) expectTag(tag, config);
  const joining =
    config === undefined || config.languages.includes(tag) ? {} : nameLanguage(workspace, config, tag);
  const tried = tryChange(workspace, joining);
  const translations = `data/translations/${tag}.csv`;
  if (tried.value === undefined) {
    const diagnostics = tried.locate(tried.diagnostics);
    return { files: [], translations, missing: 0, built: false, without: [], diagnostics };
  }
  const missing = missingTexts(tried.value, tag);
  const rows = planRows(workspace, tried, translations, missing);
  const found = [...tried.diagnostics.filter((finding) => concernsTexts(finding, tag)), ...rows.diagnostics];
  const joins = missing.length === 0 && !found.some(isBlocking);
  return {
    files: writeChange(workspace, { ...rows.value, ...(joins && joining) }),
    translations,
    missing: missing.length,
    built: joins || Object.keys(joining).length === 0,
    without: tried.value.products.filter(({ languages }) => !languages.includes(tag)).map(({ id }) => id),
    diagnostics: tried.locate(found),
  };
}

/** Throws NameRefused for what cannot be a further language of a workspace, and says what could. */
export function expectTag(tag: string, config: WorkspaceConfig): void {
  if (!languageTag.safeParse(tag).success) {
    const near = tag.toLowerCase().replace(/_(\w+)$/, (_, region: string) => `-${region.toUpperCase()}`);
    const advice = languageTag.safeParse(near).success ? ` Did you mean '${near}'?` : '';
    throw new NameRefused(`'${tag}' is no language tag such as fr or pt-BR.${advice}`);
  }
  if (tag === pseudoLanguage) {
    throw new NameRefused(`'${tag}' is made by the program and needs no file: annex build --language ${tag}`);
  }
  if (tag === config.language) {
    throw new NameRefused(`'${tag}' is the language that this workspace is written in.`);
  }
  const known = config.languages.find((other) => other !== tag && other.toLowerCase() === tag.toLowerCase());
  if (known !== undefined) throw new NameRefused(`There is a language '${known}'. Did you mean '${known}'?`);
}

/** annex.yaml with the language in it. Throws NameRefused. */
export function nameLanguage(workspace: Workspace, { languages }: WorkspaceConfig, tag: string): Change {
  const list = [...languages, tag];
  const file = workspace.read(configFile);
  if (file === undefined) return { [configFile]: `format: 1\nlanguages: [${list.join(', ')}]\n` };
  const edited = addToList(file, { key: 'languages', item: tag, list, behind: ['language', 'format'] });
  if (edited !== undefined) return { [configFile]: edited };
  throw new NameRefused(
    `${configFile} is written in a way that is not edited here. Write languages: [${list.join(', ')}] in it, then run this again.`,
  );
}

/** What is wrong with the texts of the language, other than that they are missing, which is counted apart. */
function concernsTexts({ rule, scope }: Diagnostic, tag: string): boolean {
  return scope?.language === tag && rule !== 'translation-missing';
}

/** The language's file with a row for each text; nothing where it cannot be read or has them all. */
function planRows(
  workspace: WritableWorkspace,
  tried: Tried,
  path: string,
  missing: readonly MissingText[],
): Checked<Change> {
  if (missing.length === 0) return checked({});
  const source = workspace.read(path);
  if (source === undefined) return checked({ [path]: writeRows(missing) });
  const table = tried.tables.get(path);
  if (table === undefined) return checked({});
  const { value, diagnostics } = addRows(source.bytes, table, missing);
  return checked(value === undefined || value === source.bytes ? {} : { [path]: value }, diagnostics);
}
