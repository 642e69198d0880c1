import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { formats } from '../formats/registry.ts';
import { composeOrder } from '../make/compose.ts';
import { digestTree } from '../make/digest.ts';
import { makeOrder } from '../make/make.ts';
import { everything, type PlannedArtifact, planArtifacts } from '../plan/plan.ts';
import { openSources, workshopOf } from '../runs/opening/open.ts';
import { orderFor } from '../runs/opening/order.ts';
import { releaseEditions } from '../runs/release-editions.ts';
import { memoryWorkspace } from '../workspace/memory.ts';

/*
 * A frozen edition becomes documents again. While the matrix still says what was released, it says no less: the tree of
 * every document, and its bytes, are those that the matrix makes.
 */
// On a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });
const root = join(import.meta.dirname, '../..');
const cases = join(import.meta.dirname, 'cases');

const hostile = {
  'annex.yaml':
    'format: 1\nlanguages: [fr, de]\nlanguage: fr\ncolumns: [ticket]\nparties:\n' +
    '  - { id: client, name: Client, short: Cl. }\n  - { id: hote, name: "L’hôte <&>" }\n  - { id: tiers, name: Tiers }\n',
  'data/sections.csv': 'section,title\nuse,Usage\nuse.deep.access,Accès\nuse.deep,Profondeur\nend,Fin\n',
  'data/translations/de.csv':
    'id,source,text,status\n,Courriel,Post,machine\n,Client,Kunde,reviewed\n,Cl.,Kd.,reviewed\n,L’hôte <&>,Wirt,reviewed\n,Tiers,Dritte,machine\n' +
    ',Usage,Nutzung,reviewed\n,Accès,Zugang,reviewed\n,Profondeur,Tiefe,reviewed\n,Fin,Ende,reviewed\n,Ouvrir,Öffnen,reviewed\n,Fermer,Schließen,machine\n' +
    ',Le soir,Abends,reviewed\n,Une remarque,Eine Bemerkung,reviewed\n,Conditions,Bedingungen,reviewed\n,Court,Kurz,reviewed\n,tient,hält,machine\n,Tient,Hält,machine\n',
  'data/products/mail/product.yaml':
    'name: Courriel\nedition: v2.A\nupdated: 2026-03-01\nsummary: Court\nnotes: [Une remarque]\nannex: "2"\n' +
    'links: [{ text: Conditions, url: "https://example.org/?a=1&b=2" }]\nreference: CRL-RM\n' +
    'codes:\n  - { sign: T, name: Tient, meaning: tient, filled: true }\n  - { sign: R, role: responsible, strong: false }\n  - { sign: A, role: accountable }\n',
  'data/products/mail/matrix.csv':
    'id,section,activity,note,client,hote,tiers,ticket\n' +
    'close,end,Fermer,Le soir,RA,T,,T-9\nopen,use.deep.access,Ouvrir,Le soir,T,RA,,7\nre-open,use.deep,"Ouvrir",,,A,RT,\n',
};

const sources: Readonly<Record<string, Readonly<Record<string, string | Uint8Array>>>> = {
  'this repository': {
    ...filesIn(root, 'data'),
    ...filesIn(root, 'templates'),
    ...filesIn(root, 'annex.yaml'),
  },
  'two languages': filesIn(join(cases, 'two-languages'), ''),
  'four parties': filesIn(join(cases, 'four-parties-rasci'), ''),
  'three parties and texts that try it': hostile,
};

describe.each(Object.keys(sources))('what %s released', (name) => {
  const workspace = memoryWorkspace(sources[name]!);
  const { releases, diagnostics } = releaseEditions({ workspace, products: [], dryRun: false });
  const opened = openSources(workspace);
  const { make } = planArtifacts(opened.catalogue!, opened.diagnostics, everything, formats);
  const orders = (artifact: PlannedArtifact) =>
    [false, true].map((frozen) => orderFor(opened.catalogue!, { ...artifact, frozen }));

  it('is released, and made from the matrix while that stands', () => {
    expect({ diagnostics, states: releases.map(({ state }) => state) }).toEqual({
      diagnostics: [],
      states: releases.map(() => 'new'),
    });
    expect(make.every(({ draft, frozen }) => !draft && !frozen)).toBe(true);
  });

  it('composes the same trees as the matrix', () => {
    for (const artifact of make) {
      const [today, frozen] = orders(artifact).map(
        (order) => composeOrder(workshopOf(opened, opened.catalogue!), order).value!.tree,
      );
      expect(digestTree(frozen!), artifact.path).toBe(digestTree(today!));
    }
  });

  it('comes out in the same bytes', async () => {
    const some = make.filter(({ language }) => language === make.at(-1)!.language);
    for (const artifact of some) {
      const [today, frozen] = await Promise.all(
        orders(artifact).map((order) => makeOrder(workshopOf(opened, opened.catalogue!), order)),
      );
      expect(Buffer.compare(frozen!.value!.bytes, today!.value!.bytes), artifact.path).toBe(0);
    }
  });
});

/** The files of a folder of a workspace, or one file of it, by their paths there. */
function filesIn(workspace: string, path: string): Record<string, Uint8Array> {
  const folder = join(workspace, path);
  if (path.endsWith('.yaml')) return { [path]: readFileSync(folder) };
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files
      .map((file) => [file.slice(workspace.length + 1), readFileSync(file)] as const)
      .filter(([name]) => !name.startsWith('expected')),
  );
}
