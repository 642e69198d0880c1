import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { localizeWords } from '../catalogue/localize.ts';
import { loadPackTemplates } from '../compose/pack/templates.ts';
import type { AnnexDocument } from '../document/tree.ts';
import { formats } from '../formats/registry.ts';
import { preparePackWorkbook } from '../formats/xlsx/pack/prepare.ts';
import { everything, planArtifacts } from '../plan/plan.ts';
import { provePainted } from '../proof/painted.ts';
import { openSources, workshopOf } from '../runs/opening/open.ts';
import { orderFor } from '../runs/opening/order.ts';
import { composeOrder } from './compose.ts';
import type { Order } from './order.ts';
import { composeSet } from './pack.ts';

const opened = openSources(join(import.meta.dirname, '../..'));
const catalogue = opened.catalogue!;
const workshop = workshopOf(opened, catalogue);
const language = 'fr';
const orders = planArtifacts(catalogue, [], everything, formats)
  .make.filter((artifact) => artifact.format === 'pdf' && artifact.language === language)
  .map((artifact) => orderFor(catalogue, artifact));

function compose(members: readonly Order[]) {
  const templates = loadPackTemplates(opened.overlaid, localizeWords(catalogue, catalogue.language), []);
  const brand = workshop.brands.get(members[0]!.artifact.brand)!;
  const words = localizeWords(catalogue, language);
  return composeSet(workshop, templates.value!, { language, brand, words, orders: members }).value!;
}

const contract = { id: 'C-9', customer: 'Nordwind', date: '2026-03-14', columns: { site: 'Hall 7' } };
const namesOf = ({ attachments = [] }: AnnexDocument) => attachments.map(({ name }) => name);

describe('a set', () => {
  const composed = compose(orders);

  it('has its members as they are published alone, but for their label, the legend and the names of files', () => {
    const [member] = composed.body.members;
    const order = { ...orders[0]!, product: { ...orders[0]!.product, annex: '1' } };
    const alone = composeOrder(workshop, order).value!.tree as AnnexDocument;
    const isLegend = (block: AnnexDocument['body'][number]) =>
      block.kind === 'section' && block.origin.startsWith('templates/partials/legend.hbs');
    const { attachments, ...tree } = member!.document;
    const { attachments: files, ...published } = alone;
    expect(tree).toEqual({ ...published, body: published.body.filter((block) => !isLegend(block)) });
    expect(attachments!.map(({ bytes }) => bytes)).toEqual(files!.map(({ bytes }) => bytes));
  });

  it('has files of different names from all its members, and no two sheets, tables or ranges of one name', () => {
    const twice = compose([...orders, orders[0]!]);
    const files = twice.body.members.flatMap(({ document }) => namesOf(document));
    const sheets = twice.workbook.members.map(({ sheet }) => sheet.name);
    const names = twice.workbook.members.flatMap((member) => member.names.map(({ name }) => name));
    for (const all of [files, sheets, names]) expect(new Set(all).size).toBe(all.length);
    expect(files.slice(0, 2)).toEqual(['email-pro-edition.csv', 'email-pro-edition.json']);
    expect(files.at(-1)).toBe('email-pro-2-edition.json');
  });

  it('says in its workbook all that the matrices of its members say', () => {
    const { painted } = preparePackWorkbook(composed.workbook);
    expect(orders.flatMap(({ product }, index) => provePainted(product, painted[index]!))).toEqual([]);
  });

  it('says nothing of a contract but on the cover and the overview', () => {
    composed.cover(contract);
    composed.overview(contract);
    const said = JSON.stringify([composed.body.contents, composed.workbook]);
    expect(said).not.toMatch(/Nordwind|C-9|Hall 7/);
    expect(JSON.stringify(composed.overview(contract).value)).toMatch(/Nordwind.*C-9/s);
  });

  it('has covers that carry their contract as data', () => {
    const [file] = composed.cover(contract).value!.attachments!;
    expect(file!.name).toBe('contract.json');
    expect(JSON.parse(new TextDecoder().decode(file!.bytes))).toMatchObject({
      format: 1,
      contract: 'C-9',
      customer: 'Nordwind',
      language,
      columns: { site: 'Hall 7' },
      members: [{ annex: '1', product: 'email-pro' }, { annex: '2' }],
    });
  });

  it('composes the same cover for the same contract, whichever it composed before', () => {
    const alone = compose(orders).cover(contract).value;
    composed.cover({ ...contract, id: 'C-10', customer: 'Südwind' });
    expect(composed.cover(contract).value).toEqual(alone);
  });
});
