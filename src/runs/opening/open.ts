import { type Asked, type Assembled, assembleCatalogue } from '../../catalogue/assemble.ts';
import type { Frame } from '../../catalogue/frame.ts';
import { localizeWords } from '../../catalogue/localize.ts';
import type { Brand, Catalogue } from '../../catalogue/model.ts';
import { type AnnexTemplates, loadAnnexTemplates } from '../../compose/annex/compose.ts';
import { checkLabels } from '../../compose/annex/labels.ts';
import { keepLast } from '../../compose/template/kept.ts';
import { loadWorkbookTemplates } from '../../compose/workbook/compose.ts';
import { type Diagnostic, distinct } from '../../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../../diagnostics/located.ts';
import { formats, type RegisteredFormat } from '../../formats/registry.ts';
import type { Tools, Workshop } from '../../make/workshop.ts';
import { checkFormats } from '../../plan/formats.ts';
import { locateDiagnostics } from '../../tables/locate-diagnostics.ts';
import { openWorkspace } from '../../workspace/disk.ts';
import { overlayWorkspace } from '../../workspace/overlay.ts';
import { shippedTemplates, shippedWorkspace } from '../../workspace/shipped.ts';
import type { SourceFile, Workspace } from '../../workspace/workspace.ts';

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

/** Sees what is read, and hands it on; `prefix` tells the workspace from what ships with the program. */
export type Watch = (workspace: Workspace, prefix: '' | 'shipped:') => Workspace;

const unwatched: Watch = (workspace) => workspace;

const formatIds = formats.map(({ id }) => id);

/**
 * Reads a workspace: read -> parse -> assemble, and the templates. `asked` may name languages, the pseudo-language among
 * them, formats in place of those of annex.yaml, and brands in place of the products' own: what rules find then speaks of those,
 * and of no other language. `watch` sees everything that is read. Throws WorkspaceFault where files cannot be read.
 */
export function openSources(sources: Sources, asked?: Asked, watch: Watch = unwatched): Opened {
  const { overlaid, assembled, locate } = readSources(sources, asked, watch);
  const catalogue = assembled.value;
  const templates = catalogue && loadTemplates(overlaid, catalogue, kindsOf(asked));
  return {
    overlaid,
    catalogue,
    annexTemplates: templates?.annex?.value,
    workbookTemplates: templates?.workbook?.value,
    diagnostics: distinct([
      ...assembled.diagnostics,
      ...(catalogue === undefined ? [] : checkLabels(catalogue)),
      ...(catalogue === undefined || asked?.formats.length ? [] : checkFormats(catalogue, formatIds)),
      ...(templates?.annex?.diagnostics ?? []),
      ...(templates?.workbook?.diagnostics ?? []),
    ]),
    locate,
  };
}

/** A workspace, read without its templates. */
export type Read = Pick<Opened, 'overlaid' | 'locate'> & { readonly assembled: Assembled };

/** As openSources, for what no document is made of. */
export function readSources(sources: Sources, asked?: Asked, watch: Watch = unwatched): Read {
  const workspace = typeof sources === 'string' ? openWorkspace(sources) : sources;
  const overlaid = watch(overlayWorkspace(workspace, shippedTemplates()), '');
  const shipped = watch(shippedWorkspace(), 'shipped:');
  const assembled = assembleCatalogue({ workspace: overlaid, shipped }, asked);
  return {
    overlaid,
    assembled,
    locate: locateIn(overlaid, assembled.tables),
  };
}

/** Gives findings their line and column: in the tables that were read, or in any other file of a workspace. */
export function locateIn(workspace: Workspace, tables: Assembled['tables'] = new Map()): Opened['locate'] {
  return (diagnostics) => locateDiagnostics(diagnostics, { tables, read: readText(workspace) });
}

/** The kinds of documents that were asked for by their formats; all where none was named. */
function kindsOf(asked: Asked | undefined): ReadonlySet<RegisteredFormat['kind']> {
  const wanted = formats.filter(({ id }) => !asked?.formats.length || asked.formats.includes(id));
  return new Set(wanted.map(({ kind }) => kind));
}

function loadTemplates(source: Workspace, catalogue: Catalogue, kinds: ReturnType<typeof kindsOf>) {
  const words = localizeWords(catalogue, catalogue.language);
  return {
    annex: kinds.has('annex') ? annexTemplates(source, words) : undefined,
    workbook: kinds.has('workbook') ? workbookTemplates(source, words) : undefined,
  };
}

// Where one process reads a workspace again and again, its templates are mostly the same.
const annexTemplates = keepLast(loadAnnexTemplates);
const workbookTemplates = keepLast(loadWorkbookTemplates);

function readText(workspace: Workspace): (file: string) => string | undefined {
  return (file) => {
    const source = workspace.read(file);
    return source && new TextDecoder().decode(source.bytes);
  };
}

/** A brand on the paper that the workspace asks for. */
export function brandOn(catalogue: Frame, id: string): Brand | undefined {
  const brand = catalogue.brands.get(id);
  return brand && { ...brand, paper: catalogue.paper ?? brand.paper };
}

type Templates = Pick<Opened, 'annexTemplates' | 'workbookTemplates'>;

/** What the artifacts of an opened workspace are made with. */
export function workshopOf(opened: Templates, catalogue: Frame): Workshop {
  const { annexTemplates, workbookTemplates } = opened;
  const known = workshops.get(opened) ?? { annexTemplates, workbookTemplates, brands: brandsOn(catalogue) };
  workshops.set(opened, known);
  return known;
}

const workshops = new WeakMap<Templates, Workshop>();

/** What another thread sets its workshop up from. */
export function toolsOf({ overlaid }: Pick<Opened, 'overlaid'>, catalogue: Frame): Tools {
  return {
    templates: Object.fromEntries(templateFiles(overlaid).map(({ path, bytes }) => [path, bytes])),
    words: localizeWords(catalogue, catalogue.language),
    brands: brandsOn(catalogue),
  };
}

function brandsOn(catalogue: Frame): ReadonlyMap<string, Brand> {
  return new Map([...catalogue.brands.keys()].map((id) => [id, brandOn(catalogue, id)!]));
}

/** The templates of annexes and workbooks, with all partials. */
function templateFiles(source: Workspace): SourceFile[] {
  const partials = source.list('templates/partials').files.filter((name) => name.endsWith('.hbs'));
  const paths = ['templates/annex.hbs', 'templates/workbook.hbs'];
  return [...paths, ...partials.map((name) => `templates/partials/${name}`)].flatMap(
    (path) => source.read(path) ?? [],
  );
}
