import { brandsFolder } from '../catalogue/brands.ts';
import { isBlocking } from '../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { openWorkspace } from '../workspace/disk.ts';
import { overlayWorkspace } from '../workspace/overlay.ts';
import { brandSchema } from '../workspace/schemas/brand.ts';
import { type Key, keysOf } from '../workspace/schemas/keys.ts';
import { shippedTemplates } from '../workspace/shipped.ts';
import { tryChange, type WrittenFile, writeChange } from './change.ts';
import { expectFree, expectIdentifier, nameFrom } from './names.ts';
import { yamlText } from './yaml-text.ts';

export type NewBrandOptions = {
  readonly workspace: string;
  readonly id: string;
  readonly name?: string | undefined;
};

export type NewBrandResult = {
  /** None where something stood in the way. */
  readonly files: readonly WrittenFile[];
  readonly diagnostics: readonly LocatedDiagnostic[];
};

/** Adds a brand that looks as the neutral one does, with every key to change. Throws NameRefused, WorkspaceFault. */
export function newBrand({ workspace: folder, id, name = nameFrom(id) }: NewBrandOptions): NewBrandResult {
  const workspace = openWorkspace(folder);
  expectIdentifier('brand', id);
  expectFree('brand', id, overlayWorkspace(workspace, shippedTemplates()).list(brandsFolder).folders);
  const path = `${brandsFolder}/${id}/brand.yaml`;
  const change = { [path]: writeBrandYaml(name) };
  const tried = tryChange(workspace, change);
  const found = tried.diagnostics.filter(({ place }) => place.file === path || place.file === 'annex.yaml');
  const diagnostics = tried.locate(found.filter(isBlocking));
  return { files: diagnostics.length > 0 ? [] : writeChange(workspace, change), diagnostics };
}

/** A brand.yaml with every key that the schema knows, what it is for, and the value it has without it. */
export function writeBrandYaml(name: string): string {
  const given: Readonly<Record<string, string>> = { name, legal: name };
  const keys = keysOf(brandSchema).map((key) => ({ ...key, fallback: given[key.name] ?? key.fallback }));
  return `# What the documents of this brand wear: data alone, for one layout serves every brand. Lengths are in points.
# Each key stands here with the value it has when it is left out: change what is yours, and remove what may stay.

${keys.map((key) => writeKey(key, '')).join('\n')}`;
}

function writeKey(key: Key, indent: string): string {
  const comment = `${indent}# ${key.description}${key.values === undefined ? '' : ` (${key.values})`}\n`;
  if (key.keys.length > 0) {
    const inner = key.keys.map((child) => writeKey(child, `${indent}  `));
    return `${comment}${indent}${key.name}:\n${inner.join('')}`;
  }
  if (key.fallback !== undefined) return `${comment}${indent}${key.name}: ${writeValue(key.fallback)}\n`;
  return `${comment}${indent}# ${key.name}: ${examples[key.name] ?? '...'}\n`;
}

/** For keys that have no value unless one is written. */
const examples: Readonly<Record<string, string>> = { logo: 'logo.svg', footer: 'A line of small print' };

function writeValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeValue).join(', ')}]`;
  return typeof value === 'string' ? writeText(value) : String(value);
}

/** Paths of packages are plain to YAML too: their colon has no space behind it. */
function writeText(text: string): string {
  return text.startsWith('package:') ? text : yamlText(text);
}
