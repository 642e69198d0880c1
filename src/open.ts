import { assembleCatalogue } from './catalogue/assemble.ts';
import { localizeWords } from './catalogue/localize.ts';
import type { Brand, Catalogue } from './catalogue/model.ts';
import { type AnnexTemplates, loadAnnexTemplates } from './compose/annex/compose.ts';
import { checkLabels } from './compose/annex/labels.ts';
import { loadWorkbookTemplates } from './compose/workbook/compose.ts';
import { type Diagnostic, distinct } from './diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from './diagnostics/located.ts';
import { openFont } from './fonts/font.ts';
import { locateDiagnostics } from './tables/locate-diagnostics.ts';
import { openWorkspace } from './workspace/disk.ts';
import { overlayWorkspace } from './workspace/overlay.ts';
import { shippedTemplates, shippedWorkspace } from './workspace/shipped.ts';
import type { Workspace, WritableWorkspace } from './workspace/workspace.ts';

/** A workspace, read: the checked model, its templates, and all that was found. */
export type Opened = {
  readonly workspace: WritableWorkspace;
  /** The workspace with the shipped templates and brand under it. */
  readonly overlaid: Workspace;
  readonly catalogue: Catalogue | undefined;
  readonly annexTemplates: AnnexTemplates | undefined;
  readonly workbookTemplates: ReturnType<typeof loadWorkbookTemplates>['value'];
  readonly diagnostics: readonly Diagnostic[];
  /** Gives findings their line and column. */
  readonly locate: (diagnostics: readonly Diagnostic[]) => LocatedDiagnostic[];
};

/** Reads a workspace: read -> parse -> assemble, and the templates. Throws WorkspaceFault where the folder is not there. */
export function openFolder(folder: string): Opened {
  return openSources(openWorkspace(folder));
}

/** The same for a workspace wherever it lives, such as in memory. */
export function openSources(workspace: WritableWorkspace): Opened {
  const overlaid = overlayWorkspace(workspace, shippedTemplates());
  const assembled = assembleCatalogue({ workspace: overlaid, shipped: shippedWorkspace() });
  const templates = assembled.value && loadTemplates(overlaid, assembled.value);
  return {
    workspace,
    overlaid,
    catalogue: assembled.value,
    annexTemplates: templates?.annex.value,
    workbookTemplates: templates?.workbook.value,
    diagnostics: distinct([
      ...assembled.diagnostics,
      ...(assembled.value === undefined ? [] : checkLabels(assembled.value)),
      ...(templates?.annex.diagnostics ?? []),
      ...(templates?.workbook.diagnostics ?? []),
    ]),
    locate: (diagnostics) =>
      locateDiagnostics(diagnostics, { tables: assembled.tables, read: readText(overlaid) }),
  };
}

function loadTemplates(source: Workspace, catalogue: Catalogue) {
  const words = localizeWords(catalogue, catalogue.language);
  return { annex: loadAnnexTemplates(source, words), workbook: loadWorkbookTemplates(source, words) };
}

function readText(workspace: Workspace): (file: string) => string | undefined {
  return (file) => {
    const source = workspace.read(file);
    return source && new TextDecoder().decode(source.bytes);
  };
}

/** A brand on the paper that the workspace asks for. */
export function brandOn(catalogue: Catalogue, id: string): Brand | undefined {
  const brand = catalogue.brands.get(id);
  return brand && { ...brand, paper: catalogue.paper ?? brand.paper };
}

/** Whether a brand's body font has a character: typography prefers some that not every font has. */
export function bodyGlyphs(brand: Brand): (codePoint: number) => boolean {
  const opened = openFont(brand.fonts.body.regular.bytes);
  return 'font' in opened ? opened.font.hasGlyph : () => false;
}
