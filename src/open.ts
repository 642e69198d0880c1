import { type Asked, assembleCatalogue } from './catalogue/assemble.ts';
import { localizeWords } from './catalogue/localize.ts';
import type { Brand, Catalogue } from './catalogue/model.ts';
import { type AnnexTemplates, loadAnnexTemplates } from './compose/annex/compose.ts';
import { checkLabels } from './compose/annex/labels.ts';
import { loadWorkbookTemplates } from './compose/workbook/compose.ts';
import { type Diagnostic, distinct } from './diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from './diagnostics/located.ts';
import { openFont } from './fonts/font.ts';
import { formats } from './formats/registry.ts';
import { checkFormats } from './plan/formats.ts';
import { locateDiagnostics } from './tables/locate-diagnostics.ts';
import { openWorkspace } from './workspace/disk.ts';
import { overlayWorkspace } from './workspace/overlay.ts';
import { shippedTemplates, shippedWorkspace } from './workspace/shipped.ts';
import type { Workspace } from './workspace/workspace.ts';

/** A workspace, read: the checked model, its templates, and all that was found. */
export type Opened = {
  /** The workspace with the shipped templates and brand under it. */
  readonly overlaid: Workspace;
  readonly catalogue: Catalogue | undefined;
  readonly annexTemplates: AnnexTemplates | undefined;
  readonly workbookTemplates: ReturnType<typeof loadWorkbookTemplates>['value'];
  readonly diagnostics: readonly Diagnostic[];
  /** Gives findings their line and column. */
  readonly locate: (diagnostics: readonly Diagnostic[]) => LocatedDiagnostic[];
};

/** A workspace to read: the path of its folder, or a workspace that lives elsewhere, such as in memory. */
export type Sources = string | Workspace;

const formatIds = formats.map(({ id }) => id);

/**
 * Reads a workspace: read -> parse -> assemble, and the templates. `asked` may name the pseudo-language, formats in
 * place of those of annex.yaml, and brands in place of the products' own: what is found then speaks of those. Throws WorkspaceFault where files cannot be read.
 */
export function openSources(sources: Sources, asked?: Asked): Opened {
  const workspace = typeof sources === 'string' ? openWorkspace(sources) : sources;
  const overlaid = overlayWorkspace(workspace, shippedTemplates());
  const assembled = assembleCatalogue({ workspace: overlaid, shipped: shippedWorkspace() }, asked);
  const templates = assembled.value && loadTemplates(overlaid, assembled.value);
  return {
    overlaid,
    catalogue: assembled.value,
    annexTemplates: templates?.annex.value,
    workbookTemplates: templates?.workbook.value,
    diagnostics: distinct([
      ...assembled.diagnostics,
      ...(assembled.value === undefined ? [] : checkLabels(assembled.value)),
      ...(assembled.value === undefined || asked?.formats.length
        ? []
        : checkFormats(assembled.value, formatIds)),
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
