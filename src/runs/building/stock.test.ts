import { describe, expect, it } from 'vitest';
import { everything } from '../../plan/plan.ts';
import { memoryWorkspace } from '../../workspace/memory.ts';
import { openSources } from '../opening/open.ts';
import { orderFor } from '../opening/order.ts';
import { releaseEditions } from '../release-editions.ts';
import { openStock, orderOf, type Stock } from './stock.ts';

const folder = 'data/products/mail';
const productYaml = (edition: string) => `name: Mail\nedition: '${edition}'\nupdated: 202${edition}-03-01\n`;
const matrix =
  'id,section,activity,note,customer,provider\nbackup,use,Back up – the mailboxes,Once a day,I,RA\nrestore,use,Restore the mailboxes,,RA,I\n';
const french =
  'id,source,text,status\nbackup,Back up – the mailboxes,Sauvegarder – les boîtes,machine\nrestore,Restore the mailboxes,Rétablir les boîtes,reviewed\n';

/** A product that is in edition 2, a draft, after edition 1 was released; and one without a past. */
function lay() {
  const workspace = memoryWorkspace({
    'annex.yaml': 'format: 1\nlanguages: [en, fr]\n',
    'data/sections.csv': 'section,title\nuse,Use\n',
    'data/translations/fr.csv':
      'id,source,text,status\nuse,Use,Usage,reviewed\n,Once a day,Chaque jour,machine\n',
    [`${folder}/product.yaml`]: productYaml('1'),
    [`${folder}/matrix.csv`]: matrix,
    [`${folder}/translations/fr.csv`]: `${french}product.name,Mail,Courriel,reviewed\n`,
    'data/products/web/product.yaml': productYaml('1').replace('Mail', 'Web'),
    'data/products/web/matrix.csv': matrix.replaceAll('mailboxes', 'pages'),
    'data/products/web/translations/fr.csv': `${french.replaceAll('mailboxes', 'pages')}product.name,Web,Web,reviewed\n`,
  });
  releaseEditions({ workspace, products: ['mail'], dryRun: false });
  put(workspace, `${folder}/product.yaml`, productYaml('2'));
  put(workspace, `${folder}/matrix.csv`, matrix.replace('RA,I', 'I,RA'));
  return workspace;
}

function put(workspace: ReturnType<typeof lay>, path: string, text: string): void {
  workspace.write(path, new TextEncoder().encode(text));
}

function open(workspace: ReturnType<typeof lay>): Stock {
  const { value, diagnostics } = openStock(workspace, everything);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return value!;
}

describe('a workspace in stock', () => {
  it('makes its documents from what the catalogue makes them from, of today and frozen', () => {
    const workspace = lay();
    const { catalogue } = openSources(workspace);
    const stock = open(workspace);
    expect(new Set(stock.plan.make.map(({ product, frozen }) => `${product} ${frozen}`))).toEqual(
      new Set(['mail false', 'mail true', 'web false']),
    );
    for (const artifact of stock.plan.make)
      expect(orderOf(stock, artifact)).toEqual(orderFor(catalogue!, artifact));
  });

  it('tells what a text says in the order in which the catalogue tells it', () => {
    const workspace = lay();
    const { catalogue } = openSources(workspace);
    const stock = open(workspace);
    for (const artifact of stock.plan.make)
      expect(JSON.stringify(orderOf(stock, artifact).edition)).toBe(
        JSON.stringify(orderFor(catalogue!, artifact).edition),
      );
  });

  it('makes what was checked, though its sources change or go before it is made', () => {
    const workspace = lay();
    const stock = open(workspace);
    const undisturbed = open(workspace);
    put(workspace, `${folder}/matrix.csv`, matrix.replace('Restore', 'Delete'));
    put(workspace, `${folder}/translations/fr.csv`, 'id,source\n"');
    put(workspace, 'data/products/web/matrix.csv', '');
    put(workspace, 'data/translations/fr.csv', '');
    for (const artifact of stock.plan.make)
      expect(orderOf(stock, artifact)).toEqual(orderOf(undisturbed, artifact));
  });

  it('gives one edition to all documents of a product that come one after the other', () => {
    const stock = open(lay());
    const [one, other] = stock.plan.make.filter(({ product }) => product === 'web');
    expect(orderOf(stock, one!).edition).toBe(orderOf(stock, other!).edition);
  });

  it('holds no text of a matrix, nor of its translations', () => {
    const texts = textsIn(open(lay()));
    expect(texts).toContain('Web');
    expect(texts.filter((text) => text.includes('the pages'))).toEqual([]);
  });
});

/** All texts in a value, in what it holds, and so on. */
function textsIn(value: unknown, met = new Set<unknown>()): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || met.has(value)) return [];
  met.add(value);
  const held = value instanceof Map ? [...value.entries()].flat() : Object.values(value);
  return held.flatMap((one) => textsIn(one, met));
}
