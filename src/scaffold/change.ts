import { type Assembled, assembleCatalogue } from '../catalogue/assemble.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { locateDiagnostics } from '../tables/locate-diagnostics.ts';
import { memoryWorkspace } from '../workspace/memory.ts';
import { overlayWorkspace } from '../workspace/overlay.ts';
import { shippedTemplates, shippedWorkspace } from '../workspace/shipped.ts';
import type { Workspace, WritableWorkspace } from '../workspace/workspace.ts';

/** Files that are about to be written, whole, by their paths. */
export type Change = Readonly<Record<string, string | Uint8Array>>;

/** A file that was written, as a command names it. */
export type WrittenFile = { readonly path: string; readonly state: 'new' | 'changed' };

/** A workspace as a change would leave it, read and checked in memory. */
export type Tried = Assembled & {
  readonly locate: (diagnostics: readonly Diagnostic[]) => LocatedDiagnostic[];
};

/**
 * Reads a workspace as a change would leave it and writes nothing, so that a command knows before its first byte
 * whether what it leaves behind can be built.
 */
export function tryChange(workspace: Workspace, change: Change): Tried {
  const changed = overlayWorkspace(memoryWorkspace(change), overlayWorkspace(workspace, shippedTemplates()));
  const assembled = assembleCatalogue({ workspace: changed, shipped: shippedWorkspace() });
  const read = (file: string) => {
    const source = changed.read(file);
    return source && new TextDecoder().decode(source.bytes);
  };
  const { tables } = assembled;
  return { ...assembled, locate: (diagnostics) => locateDiagnostics(diagnostics, { tables, read }) };
}

/** Writes a change, each file whole. Throws WorkspaceFault. */
export function writeChange(workspace: WritableWorkspace, change: Change): WrittenFile[] {
  return Object.entries(change).map(([path, content]) => {
    const state = workspace.read(path) === undefined ? 'new' : 'changed';
    workspace.write(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
    return { path, state };
  });
}
