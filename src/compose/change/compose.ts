import type { Brand } from '../../catalogue/model.ts';
import { type Checked, failed } from '../../diagnostics/checked.ts';
import type { AnnexDocument } from '../../document/tree.ts';
import type { WorkbookDocument } from '../../workbook/tree.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { buildDocument, type Subject } from '../annex/build.ts';
import { annexDialect } from '../annex/elements.ts';
import { chooseTwofoldGeometry } from '../annex/geometry.ts';
import { loadTemplates } from '../template/load.ts';
import { renderTemplate } from '../template/render.ts';
import type { TemplateKind, TemplateSet } from '../template/set.ts';
import { buildWorkbook } from '../workbook/build.ts';
import { workbookDialect } from '../workbook/elements.ts';
import { changeSamples } from './samples.ts';
import { type ChangeView, changeShape } from './view.ts';

/** The templates of the change annex, checked. */
export type ChangeTemplates = TemplateSet<ChangeView>;

const changeKind: TemplateKind<ChangeView> = {
  file: 'templates/change.hbs',
  shape: changeShape,
  dialect: annexDialect,
  samples: changeSamples,
};

/** Reads and checks templates/change.hbs and the partials. `words` are those of the reference language, by id. */
export function loadChangeTemplates(
  source: Pick<Workspace, 'read' | 'list'>,
  words: ReadonlyMap<string, string>,
): Checked<ChangeTemplates> {
  return loadTemplates(source, changeKind, words);
}

/** The templates of the change workbook, checked. */
export type ChangeWorkbookTemplates = TemplateSet<ChangeView>;

const workbookKind: TemplateKind<ChangeView> = {
  ...changeKind,
  file: 'templates/change-workbook.hbs',
  dialect: workbookDialect,
};

/** As loadChangeTemplates, of templates/change-workbook.hbs. */
export function loadChangeWorkbookTemplates(
  source: Pick<Workspace, 'read' | 'list'>,
  words: ReadonlyMap<string, string>,
): Checked<ChangeWorkbookTemplates> {
  return loadTemplates(source, workbookKind, words);
}

/** Composes the same changes as a workbook. */
export function composeChangeWorkbook(
  view: ChangeView,
  templates: ChangeWorkbookTemplates,
  { brand, words }: Pick<ChangeDress, 'brand' | 'words'>,
): Checked<WorkbookDocument> {
  const rendered = renderTemplate(templates, view, words);
  return rendered.value ? buildWorkbook(rendered.value, brand) : failed(...rendered.diagnostics);
}

/** What a change annex is made with. */
export type ChangeDress = {
  readonly brand: Brand;
  /** The words of its language, by id. */
  readonly words: ReadonlyMap<string, string>;
  /** Whether the body font has the narrow no-break space U+202F. */
  readonly hasNarrow: boolean;
};

/** Composes a change annex as an annex is: template, markup, tree. Its tables hold every party twice. */
export function composeChange(
  view: ChangeView,
  subject: Subject,
  templates: ChangeTemplates,
  { brand, words, hasNarrow }: ChangeDress,
): Checked<AnnexDocument> {
  const rendered = renderTemplate(templates, view, words);
  if (!rendered.value) return failed(...rendered.diagnostics);
  const geometry = geometryOf(view.parties.length, subject, brand);
  return buildDocument(rendered.value, subject, { brand, geometry, hasNarrow });
}

/** Whether there are more parties than columns for them before and now, so that cells have to name them. */
export function areListed(parties: number, subject: Subject, brand: Brand): boolean {
  return geometryOf(parties, subject, brand).party.slots === undefined;
}

function geometryOf(parties: number, { codes }: Subject, { paper }: Brand) {
  return chooseTwofoldGeometry(
    parties,
    codes.map(({ sign }) => sign),
    paper,
  );
}
