import { describe, expect, it } from 'vitest';
import { digestOf } from '../edition/digest.ts';
import { readEdition } from '../edition/read.ts';
import { writeEdition } from '../edition/write.ts';
import { listWorkspace } from '../runs/inspect.ts';
import { editionOf } from '../runs/opening/edition-of.ts';
import { historyOf } from '../runs/opening/history.ts';
import { openSources } from '../runs/opening/open.ts';
import { releaseEditions } from '../runs/release-editions.ts';
import { memoryWorkspace } from '../workspace/memory.ts';
import type { WritableWorkspace } from '../workspace/workspace.ts';

const folder = 'data/products/mail';
const head = 'id,section,activity,note,customer,provider\n';
const backup = 'backup,use,Back up the service,,I,RA\n';
const restore = 'restore,use,Restore what was lost,,RA,I\n';

function lay(files: Readonly<Record<string, string>> = {}): WritableWorkspace {
  return memoryWorkspace({
    'data/sections.csv': 'section,title\nuse,Using the service\n',
    [`${folder}/product.yaml`]: 'name: Mail\nedition: 2026-03\nupdated: 2026-03-01\n',
    [`${folder}/matrix.csv`]: head + backup + restore,
    ...files,
  });
}

function write(workspace: WritableWorkspace, name: string, text: string): void {
  workspace.write(`${folder}/${name}`, new TextEncoder().encode(text));
}

function read(workspace: WritableWorkspace, edition: string): string | undefined {
  const file = workspace.read(`${folder}/editions/${edition}.json`);
  return file && new TextDecoder().decode(file.bytes);
}

const release = (workspace: WritableWorkspace, dryRun = false) =>
  releaseEditions({ workspace, products: [], dryRun });
const nameEdition = (workspace: WritableWorkspace, edition: string, updated: string) =>
  write(workspace, 'product.yaml', `name: Mail\nedition: ${edition}\nupdated: ${updated}\n`);
const historyIn = (workspace: WritableWorkspace) => {
  const { catalogue } = openSources(workspace);
  return historyOf(catalogue!, editionOf(catalogue!, catalogue!.products[0]!));
};

describe('a release', () => {
  it('freezes what documents carry from then on, byte for byte', () => {
    const workspace = lay();
    expect(release(workspace).releases).toMatchObject([{ product: 'mail', state: 'new' }]);
    const frozen = readEdition(read(workspace, '2026-03')!, 'frozen');
    const { catalogue } = openSources(workspace);
    expect(frozen.diagnostics).toEqual([]);
    expect(frozen.value).toEqual(editionOf(catalogue!, catalogue!.products[0]!));
    expect(frozen.value!.draft).toBe(false);
  });

  it('meets no other that differs from it in case alone', () => {
    const workspace = lay();
    nameEdition(workspace, 'v1', '2026-03-01');
    release(workspace);
    const twin = { ...readEdition(read(workspace, 'v1')!, 'frozen').value!, edition: 'V1' };
    write(workspace, 'editions/V1.json', writeEdition({ ...twin, digest: digestOf(twin) }));
    expect(openSources(workspace).diagnostics).toMatchObject([
      { rule: 'edition-misplaced', message: 'Editions V1 and v1 would be published at one address.' },
    ]);
  });

  it('writes nothing where it is only tried', () => {
    const workspace = lay();
    expect(release(workspace, true).releases).toMatchObject([{ state: 'new' }]);
    expect(read(workspace, '2026-03')).toBeUndefined();
  });

  it('leaves a frozen edition as it is when it is repeated', () => {
    const workspace = lay();
    release(workspace);
    const before = read(workspace, '2026-03');
    expect(release(workspace)).toMatchObject({
      releases: [{ state: 'unchanged', hasGrown: false }],
      diagnostics: [],
    });
    expect(read(workspace, '2026-03')).toBe(before);
  });

  it('refuses a changed matrix under a released name, and counts what changed', () => {
    const workspace = lay();
    release(workspace);
    const before = read(workspace, '2026-03');
    write(
      workspace,
      'matrix.csv',
      `${head + backup.replace('I,RA', 'RA,I') + restore}check,use,Check,,RA,\n`,
    );
    const { releases, diagnostics } = release(workspace);
    expect(releases).toMatchObject([{ state: 'refused' }]);
    expect(diagnostics).toMatchObject([
      {
        rule: 'edition-changed',
        message: expect.stringContaining('1 duty moved, 1 activity added'),
        place: { file: `${folder}/product.yaml`, line: 2 },
      },
    ]);
    expect(read(workspace, '2026-03')).toBe(before);
  });

  it('refuses a released name in other letters, whose documents would lie at the same paths', () => {
    const workspace = lay();
    nameEdition(workspace, 'Spring', '2026-03-01');
    release(workspace);
    nameEdition(workspace, 'spring', '2026-04-01');
    expect(release(workspace).diagnostics).toMatchObject([{ rule: 'edition-changed' }]);
  });

  it('refuses an edition that would come before one that is released', () => {
    const workspace = lay();
    release(workspace);
    nameEdition(workspace, '2026-09', '2026-02-28');
    expect(release(workspace).diagnostics.map(({ rule }) => rule)).toEqual(['release-order']);
  });

  it('refuses what the check of the workspace finds at fault, and releases the products beside it', () => {
    const broken = `${head}backup,use,Back up the service,,I,Z\n`;
    const workspace = lay({
      'data/products/broken/product.yaml': 'name: Broken\nedition: 1\nupdated: 2026-03-01\n',
      'data/products/broken/matrix.csv': broken,
    });
    const { releases, diagnostics } = release(workspace);
    expect(releases.map(({ product, state }) => `${product} ${state}`)).toEqual([
      'broken refused',
      'mail new',
    ]);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['code-unknown']);
  });

  it('refuses text that is missing or stale, whatever the workspace makes of it', () => {
    const workspace = lay({
      'annex.yaml':
        'format: 1\nlanguages: [en, fr]\nrules: { translation-stale: off, translation-missing: off }\n',
      [`${folder}/translations/fr.csv`]:
        'id,source,text,status\nbackup,Back up,Sauvegarder,reviewed\nproduct.name,Mail,Mail,reviewed\n',
      'data/translations/fr.csv': 'id,source,text,status\nuse,Using the service,Utilisation,machine\n',
    });
    const rules = release(workspace).diagnostics.map(({ rule, message }) => `${rule} ${message}`);
    expect(rules).toEqual([
      "translation-missing Not translated into 'fr': 'Restore what was lost'.",
      "translation-stale The 'fr' text of 'backup' translates an older wording: 'Back up'.",
    ]);
  });

  it('says in which languages it froze text that nobody reviewed', () => {
    const workspace = lay({
      'annex.yaml': 'format: 1\nlanguages: [en, fr]\n',
      'data/translations/fr.csv':
        'id,source,text,status\n,Mail,Mail,machine\n,Using the service,Utilisation,machine\n' +
        ',Back up the service,Sauvegarder,machine\n,Restore what was lost,Restaurer,machine\n',
    });
    expect(release(workspace).releases).toMatchObject([{ state: 'new', machine: ['fr'] }]);
  });
});

describe('the state of a product', () => {
  const stateOf = (workspace: WritableWorkspace) => {
    const [{ draft, because } = { draft: undefined, because: undefined }] = listWorkspace(workspace);
    return draft ? because : 'released';
  };

  it('goes from never released over released to changed and to a new edition', () => {
    const workspace = lay();
    expect(stateOf(workspace)).toBe('never-released');
    release(workspace);
    expect(stateOf(workspace)).toBe('released');
    write(workspace, 'matrix.csv', head + backup);
    expect(stateOf(workspace)).toBe('changed');
    nameEdition(workspace, '2026-09', '2026-09-01');
    expect(stateOf(workspace)).toBe('new-edition');
    release(workspace);
    expect(stateOf(workspace)).toBe('released');
  });

  it('is released again when the matrix says again what it said', () => {
    const workspace = lay();
    release(workspace);
    write(workspace, 'matrix.csv', head + backup);
    write(workspace, 'matrix.csv', head + restore + backup);
    expect(stateOf(workspace)).toBe('changed');
    write(workspace, 'matrix.csv', head + backup + restore);
    expect(stateOf(workspace)).toBe('released');
  });
});

describe('the history of a product', () => {
  it('is empty before its first release', () => {
    expect(historyIn(lay())).toEqual([]);
  });

  it('begins with the first edition, and counts what each changed against the one before', () => {
    const workspace = lay();
    release(workspace);
    nameEdition(workspace, '2026-09', '2026-09-01');
    write(
      workspace,
      'matrix.csv',
      `${head}check,use,Try whether backups can be restored,,RA,\n${backup.replace('I,RA', 'RA,I')}`,
    );
    const [first, second] = historyIn(workspace);
    expect(first).toEqual({ edition: '2026-03', date: '2026-03-01', draft: false, changes: undefined });
    expect(second).toMatchObject({
      edition: '2026-09',
      draft: true,
      changes: { moved: ['1.2'], added: ['1.1'], removed: ['1.2'], reworded: [], renumbered: ['1.2'] },
    });
  });

  it('ends with the edition a product is in, so that an annex made again says what it said', () => {
    const workspace = lay();
    release(workspace);
    const before = historyIn(workspace);
    nameEdition(workspace, '2026-09', '2026-09-01');
    release(workspace);
    expect(historyIn(workspace)).toHaveLength(2);
    nameEdition(workspace, '2026-03', '2026-03-01');
    expect(historyIn(workspace)).toEqual(before);
  });

  it.each([
    [
      'parties',
      'product.yaml',
      'name: Mail',
      'parties: [{id: customer, name: Client}, {id: provider}]\nname: Mail',
    ],
    ['notes', 'product.yaml', 'name: Mail', 'name: Mail\nsummary: What it is.'],
    ['reworded', 'matrix.csv', 'Back up', 'Save'],
  ] as const)('tells that %s changed', (kind, file, find, put) => {
    const workspace = lay();
    release(workspace);
    nameEdition(workspace, '2026-09', '2026-09-01');
    const text = new TextDecoder().decode(workspace.read(`${folder}/${file}`)!.bytes);
    write(workspace, file, text.replace(find, put));
    const changes = historyIn(workspace).at(-1)!.changes!;
    const held = Object.entries(changes).filter(
      ([, value]) => value === true || (value !== false && value.length > 0),
    );
    expect(held.map(([name]) => name)).toEqual([kind]);
  });
});
