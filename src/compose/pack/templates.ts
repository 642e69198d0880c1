import { type Checked, checked, failed } from '../../diagnostics/checked.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { loadTemplates } from '../template/load.ts';
import { renderTemplate } from '../template/render.ts';
import type { TemplateKind, TemplateSet } from '../template/set.ts';
import { buildFirstSheet } from '../workbook/among.ts';
import { workbookDialect } from '../workbook/elements.ts';
import { sampleBrand } from '../workbook/samples.ts';
import { packDialect } from './elements.ts';
import { contentsSamples, coverSamples, overviewSamples } from './samples.ts';
import {
  type PackContentsView,
  type PackCoverView,
  type PackOverviewView,
  packContentsShape,
  packCoverShape,
  packOverviewShape,
} from './view.ts';

type Source = Pick<Workspace, 'read' | 'list'>;

/** The templates of packs, checked. */
export type PackTemplates = {
  readonly cover: TemplateSet<PackCoverView>;
  readonly contents: TemplateSet<PackContentsView>;
  readonly overview: TemplateSet<PackOverviewView>;
  /** The further columns of the contracts, which cover and overview may print. */
  readonly columns: readonly string[];
};

/**
 * Reads and checks templates/pack.hbs, pack-contents.hbs, pack-workbook.hbs and the partials. `words` are those of the
 * reference language, by id; `columns` the names of what contracts say beside customer, language, products and date.
 */
export function loadPackTemplates(
  source: Source,
  words: ReadonlyMap<string, string>,
  columns: readonly string[],
): Checked<PackTemplates> {
  const cover = loadTemplates(source, coverKind(columns), words);
  const contents = loadTemplates(source, contentsKind, words);
  const overview = loadOverview(source, overviewKind(columns), words);
  const found = [...cover.diagnostics, ...contents.diagnostics, ...overview.diagnostics];
  if (!cover.value || !contents.value || !overview.value) return failed(...found);
  return checked({ cover: cover.value, contents: contents.value, overview: overview.value, columns }, found);
}

function coverKind(columns: readonly string[]): TemplateKind<PackCoverView> {
  return {
    file: 'templates/pack.hbs',
    shape: packCoverShape(columns),
    dialect: packDialect,
    samples: coverSamples(columns),
  };
}

const contentsKind: TemplateKind<PackContentsView> = {
  file: 'templates/pack-contents.hbs',
  shape: packContentsShape,
  dialect: packDialect,
  samples: contentsSamples,
};

function overviewKind(columns: readonly string[]): TemplateKind<PackOverviewView> {
  return {
    file: 'templates/pack-workbook.hbs',
    shape: packOverviewShape(columns),
    dialect: workbookDialect,
    samples: overviewSamples(columns),
  };
}

/** As loadTemplates; a slip that only building shows, such as a link to no sheet, is found here too. */
function loadOverview(
  source: Source,
  kind: TemplateKind<PackOverviewView>,
  words: ReadonlyMap<string, string>,
): Checked<TemplateSet<PackOverviewView>> {
  const loaded = loadTemplates(source, kind, words);
  if (!loaded.value) return loaded;
  for (const sample of kind.samples) {
    const rendered = renderTemplate(loaded.value, sample, words);
    const others = sample.members.map(({ sheet }) => sheet);
    const built =
      rendered.value &&
      buildFirstSheet(rendered.value, sampleBrand, { others, hidden: [], taken: new Set() });
    if (built && built.diagnostics.length > 0) return failed(...built.diagnostics);
  }
  return loaded;
}
