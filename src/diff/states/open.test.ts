import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeEdition } from '../../edition/write.ts';
import { renderArtifact } from '../../runs/building/render.ts';
import { type DiffResult, diffEditions } from '../../runs/comparing/diff-editions.ts';
import { extractEdition } from '../../runs/extract.ts';
import { openWorkspace } from '../../workspace/disk.ts';
import { reportDiff } from '../report.ts';

const root = mkdtempSync(join(tmpdir(), 'annex-diff-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const folder = join(root, 'matrices');
const head = 'id,section,activity,note,customer,provider\n';
const backup = 'backup,use,Back up the mailboxes every day,,I,RA\n';
const restore = 'restore,use,Restore a mailbox on request,,RA,I\n';
const order = 'order,use,Order mailboxes for new employees,,RA,\n';
const delay = 'log,use,Keep the log files of the service,,,RA\n';
const moved = backup.replace('I,RA', 'RA,I');

function write(path: string, content: string | Uint8Array): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

function git(...args: string[]): void {
  const who = ['-c', 'user.name=T', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', ['-C', root, ...who, ...args], { stdio: 'ignore' });
}

beforeAll(() => {
  write('matrices/data/sections.csv', 'section,title\nuse,Using the service\n');
  for (const [id, name] of [
    ['mail', 'Mail'],
    ['post', 'Post'],
  ]) {
    write(`matrices/data/products/${id}/product.yaml`, `name: ${name}\nedition: '1'\nupdated: 2026-03-01\n`);
    write(`matrices/data/products/${id}/matrix.csv`, head + backup + restore + order + delay);
  }
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '-m', 'first');
  git('tag', 'signed');
  write('matrices/data/products/mail/matrix.csv', head + restore + moved + order + delay);
  git('commit', '--quiet', '-a', '-m', 'second');
});

const diff = (old: string, now: string, options: Partial<Parameters<typeof diffEditions>[0]> = {}) =>
  diffEditions({ old, now, workspace: folder, products: [], language: undefined, ...options });

/** What changed, product by product: ids of what moved, was added and removed. */
function changed({ products }: DiffResult) {
  return products.flatMap((product) => {
    const { state, moved: duties, added, removed } = reportDiff(product);
    return state === 'same' ? [] : [[product.product, duties.map(({ id }) => id), added, removed]];
  });
}

const mailMoved = [['mail', ['backup'], [], []]];

describe('what is compared may be', () => {
  it('a revision of git against the workspace, seen from inside its repository', async () => {
    expect(changed(await diff('HEAD~1', folder))).toEqual(mailMoved);
    expect(changed(await diff('signed', 'HEAD'))).toEqual(mailMoved);
    expect(changed(await diff('HEAD', folder))).toEqual([]);
  });

  it('a folder or a file of a revision, from its top or from here', async () => {
    const now = join(folder, 'data/products/mail');
    expect(changed(await diff('signed:matrices', folder))).toEqual(mailMoved);
    expect(changed(await diff('signed:matrices/data/products/mail', now))).toEqual(mailMoved);
    expect(changed(await diff('signed:./data/products/mail/', now))).toEqual(mailMoved);
  });

  it('the folder of a product in its workspace, or by itself', async () => {
    const alone = dirname(write('alone/product.yaml', "name: Mail\nedition: '2'\nupdated: 2026-04-01\n"));
    write('alone/matrix.csv', head + backup + restore + order);
    write('alone/sections.csv', 'section,title\nuse,Using the service\n');
    expect(changed(await diff(join(folder, 'data/products/post'), alone))).toEqual([
      ['alone', [], [], ['log']],
    ]);
  });

  it.each(['pdf', 'xlsx'])(
    'what was signed as %s, or its edition as JSON',
    async (format) => {
      const request = { product: 'post', language: 'en', format };
      const { value } = await renderArtifact(openWorkspace(folder), request);
      const document = write(`signed.${format}`, value!.bytes);
      const { edition } = (await extractEdition({ path: document, bytes: value!.bytes })).value!;
      const json = write('signed.json', writeEdition(edition));
      expect(changed(await diff(document, folder))).toEqual([]);
      expect(changed(await diff(json, document))).toEqual([]);
    },
    30_000,
  );

  it('a published page, by what it says of which product', async () => {
    const page = write(
      'raci.md',
      '# Mail\n\n## Using the service\n\n| Activity | Customer | Acme |\n|---|---|---|\n' +
        '| Back up the mailboxes every day | I | RA |\n| Restore a mailbox on request | RA | I |\n' +
        '| Order mailboxes for new employees | RA | |\n',
    );
    await expect(diff(page, folder, { products: ['mail'] }).then(changed)).resolves.toEqual([
      ['mail', ['backup'], ['log'], []],
    ]);
  });
});

describe('pages that may be in two languages', () => {
  const rows = [
    ['Gérer les capacités de stockage', 'Manage the capacity of storage'],
    ['Administrer les droits', 'Administer the rights'],
    ['Restaurer une boîte', 'Restore a mailbox'],
    ['Conserver les journaux', 'Keep the logs'],
    ['Installer le service', 'Install the service'],
  ] as const;
  const page = (name: string, at: 0 | 1) => {
    const table = rows.map((texts) => `| ${texts[at]} | RA | I |`).join('\n');
    return write(name, `# Mail\n\n## Usage\n\n| Activity | Customer | Acme |\n|---|---|---|\n${table}\n`);
  };
  const rulesOf = async (old: string, now: string) =>
    (await diff(old, now)).diagnostics.map(({ rule }) => rule);

  it('are asked about, and a page that changed in part is not', async () => {
    expect(await rulesOf(page('fr.md', 0), page('en.md', 1))).toEqual(['diff-unlike']);
    const grown = write('grown.md', `${readFileSync(page('en.md', 1), 'utf8')}| Order discs | RA | |\n`);
    expect(await rulesOf(page('en.md', 1), grown)).toEqual([]);
  });
});

describe('what cannot be compared', () => {
  it('is a name that is nothing, or an option in disguise', async () => {
    for (const name of ['nowhere', 'HEAD~9', '--all', 'signed:nowhere', 'HEAD\n', '']) {
      await expect(diff(name, folder)).rejects.toMatchObject({ name: 'WorkspaceFault' });
    }
  });

  it('is a folder that is no workspace', async () => {
    mkdirSync(join(root, 'empty'), { recursive: true });
    await expect(diff(join(root, 'empty'), folder)).rejects.toMatchObject({ name: 'WorkspaceFault' });
  });

  it('is a document of a product that the workspace does not have, or a page of none', async () => {
    const { value } = await renderArtifact(openWorkspace(folder), { product: 'post', language: 'en' });
    const annex = write('post.pdf', value!.bytes);
    await expect(diff(annex, folder, { products: ['mail'] })).rejects.toMatchObject({
      name: 'ComparisonUnclear',
    });
    const page = write(
      'other.md',
      '| Activity | Customer | Acme |\n|---|---|---|\n| Wash the cars | I | RA |\n',
    );
    await expect(diff(page, folder)).rejects.toMatchObject({ name: 'ComparisonUnclear' });
  });

  it('is a damaged file, which is said and no exception', async () => {
    const { products, diagnostics } = await diff(write('broken.pdf', '%PDF-1.7\nnothing'), folder);
    expect(products).toEqual([]);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['file-damaged']);
    const foreign = await diff(write('foreign.pdf', 'nothing'), folder);
    expect(foreign.diagnostics.map(({ rule }) => rule)).toEqual(['file-foreign']);
  });

  it('is text in a language that one of the two lacks', async () => {
    const { diagnostics } = await diff('signed', folder, { language: 'fr' });
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['diff-language', 'diff-language']);
  });

  it('word by word, is an activity that was not translated yet, which is said', async () => {
    write('two/annex.yaml', 'format: 1\nlanguages: [en, fr]\n');
    write('two/data/sections.csv', 'section,title\nuse,Using the service\n');
    write('two/data/translations/fr.csv', 'id,source,text,status\nuse,Using the service,Usage,reviewed\n');
    write('two/data/products/mail/product.yaml', "name: Mail\nedition: '1'\nupdated: 2026-03-01\n");
    write('two/data/products/mail/matrix.csv', head + backup);
    const { diagnostics } = await diff(join(root, 'two'), join(root, 'two'), { language: 'fr' });
    expect(diagnostics.map(({ rule, message }) => [rule, message])).toContainEqual([
      'diff-untranslated',
      "1 activity of edition 1 has no text in 'fr': 1.1.",
    ]);
  });
});
