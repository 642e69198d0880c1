import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OutputFolder } from '../output-folder.ts';
import { type DeliverHow, deliver, rollBack } from './deliver.ts';
import { buildInto, newFolder, pathOf, type Says } from './fixture.ts';
import { Place } from './place.ts';
import { filesOf } from './plan.ts';

let out: string;
let target: string;
beforeEach(() => {
  out = newFolder('out');
  target = newFolder('place');
});
afterEach(() => {
  vi.restoreAllMocks();
  for (const folder of [out, target]) rmSync(folder, { recursive: true, force: true });
});

const publish = (says: Says, how: DeliverHow = {}) => {
  buildInto(out, says);
  return deliver(out, target, how);
};
const read = (path: string) => readFileSync(join(target, path), 'utf8');
const readJson = (path: string) => JSON.parse(read(path));
const isThere = (path: string) => existsSync(join(target, path));
const rulesOf = ({ diagnostics }: ReturnType<typeof deliver>) =>
  diagnostics.map(({ rule, place }) => `${rule} ${place.file}`);

const first: Says = { mail: 'mail', 'web-draft': 'web, first draft' };
const second: Says = { mail: 'mail', 'web-draft': 'web, second draft', chat: 'chat' };

describe('publishing to a place', () => {
  it('puts documents and page there, and says last which manifest names them', () => {
    const { steps, delivery } = publish(first, { date: '2026-11-21' });
    expect(steps?.add.map(({ path }) => path)).toEqual([
      pathOf('mail'),
      pathOf('web-draft'),
      'index.html',
      'page/list.html',
      'page/style.css',
    ]);
    expect(read(pathOf('mail'))).toBe('mail');
    expect(read('index.html')).toContain(pathOf('mail'));
    expect(readJson('latest.json')).toMatchObject({
      format: 1,
      manifest: 'manifests/000001-2026-11-21.json',
    });
    expect(read(delivery!.name)).toBe(readFileSync(join(out, 'manifest.json'), 'utf8'));
  });

  it('leaves nothing of a build’s cache there, nor of its own work', () => {
    mkdirSync(join(out, '.annex'));
    mkdirSync(join(out, 'packs'));
    writeFileSync(join(out, 'packs', 'customer.pdf'), 'a secret');
    publish(first);
    expect(readdirSync(target).sort()).toEqual([
      'SHA256SUMS',
      'earlier.json',
      'index.html',
      'latest.json',
      'mail',
      'manifest.json',
      'manifests',
      'page',
      'web',
    ]);
  });

  it('writes nothing a second time', () => {
    publish(first, { date: '2026-11-21' });
    const reveal = vi.spyOn(OutputFolder.prototype, 'reveal');
    const { delivery, steps } = deliver(out, target, { date: '2026-11-22' });
    expect(reveal).not.toHaveBeenCalled();
    expect([delivery?.name, steps?.unchanged.length]).toEqual(['manifests/000001-2026-11-21.json', 5]);
  });

  it('numbers deliveries in their order, whatever their days', () => {
    publish(first, { date: '2026-11-21' });
    publish(second);
    expect(readdirSync(join(target, 'manifests'))).toEqual(['000001-2026-11-21.json', '000002.json']);
  });

  it('sets aside what other bytes replace, and tells of it by its SHA-256', () => {
    publish(first);
    const [was] = readJson('manifest.json').artifacts.filter(
      ({ state }: { state: string }) => state === 'draft',
    );
    publish(second);
    expect(read(pathOf('web-draft'))).toBe('web, second draft');
    expect(read(`objects/${was.sha256[0]}/${was.sha256}`)).toBe('web, first draft');
    const { sha256, path, product, edition, language, format } = was;
    expect(readJson('earlier.json')).toEqual({
      format: 1,
      files: [{ sha256, path, product, edition, language, format }],
    });
  });

  it('never puts other bytes at the address of a released document, unless it is forced to', () => {
    publish(first);
    expect(rulesOf(publish({ ...first, mail: 'mail, new brand' }))).toEqual([
      `publish-released ${pathOf('mail')}`,
    ]);
    expect(read(pathOf('mail'))).toBe('mail');
    expect(readJson('latest.json').manifest).toBe('manifests/000001.json');
    expect(rulesOf(publish({ ...first, mail: 'mail, new brand' }, { force: true }))).toEqual([]);
    expect(read(pathOf('mail'))).toBe('mail, new brand');
  });

  it('knows what was released even where the place has not shown it of late', () => {
    publish(first);
    publish({ 'web-draft': 'web, first draft' });
    expect(rulesOf(publish({ ...first, mail: 'mail, new brand' }))).toEqual([
      `publish-released ${pathOf('mail')}`,
    ]);
  });

  it.each(['index.html', 'manifest.json', 'latest.json'])(
    'never covers what somebody else wrote: %s',
    (path) => {
      writeFileSync(join(target, path), 'mine');
      expect(rulesOf(publish(first))).toEqual([`publish-foreign ${path}`]);
      expect([read(path), isThere('mail')]).toEqual(['mine', false]);
    },
  );

  it('leaves alone what somebody else wrote beside it', () => {
    writeFileSync(join(target, 'CNAME'), 'annexes.example');
    publish(first);
    publish(second, { keep: 1 });
    expect(read('CNAME')).toBe('annexes.example');
  });

  it.each<[string, () => void, string]>([
    [
      'that is altered',
      () => writeFileSync(join(out, pathOf('mail')), 'Mail'),
      `output-checksum ${pathOf('mail')}`,
    ],
    ['that is lost', () => rmSync(join(out, pathOf('mail'))), `output-missing ${pathOf('mail')}`],
    [
      'whose manifest was edited',
      () => appendFileSync(join(out, 'manifest.json'), ' '),
      'output-manifest manifest.json',
    ],
    ['without a manifest', () => rmSync(join(out, 'manifest.json')), 'output-manifest manifest.json'],
  ])('takes nothing from an output %s', (_, damage, rule) => {
    buildInto(out, first);
    damage();
    expect(rulesOf(deliver(out, target, {}))).toEqual([rule]);
    expect(readdirSync(target)).toEqual([]);
  });

  it('compares every byte where it is forced, and mends what was altered', () => {
    publish(first);
    writeFileSync(join(target, pathOf('mail')), 'Mail');
    expect(deliver(out, target, {}).steps?.replace).toEqual([]);
    expect(deliver(out, target, { force: true }).steps?.replace).toMatchObject([{ path: pathOf('mail') }]);
    expect(read(pathOf('mail'))).toBe('mail');
  });
});

describe('what a place showed before', () => {
  it('is shown again, byte for byte, and what came after it is kept', () => {
    publish(first);
    const was = ['index.html', 'manifest.json', 'SHA256SUMS', 'latest.json', pathOf('web-draft')].map(read);
    publish(second);
    rollBack(target, '1');
    expect(
      ['index.html', 'manifest.json', 'SHA256SUMS', 'latest.json', pathOf('web-draft')].map(read),
    ).toEqual(was);
    rollBack(target, '000002');
    expect(read(pathOf('web-draft'))).toBe('web, second draft');
  });

  it('is found by its number or its name, and by nothing else', () => {
    publish(first, { date: '2026-11-21' });
    for (const name of ['1', '000001-2026-11-21', 'manifests/000001-2026-11-21.json'])
      expect(rollBack(target, name).delivery?.name).toBe('manifests/000001-2026-11-21.json');
    expect(() => rollBack(target, '2')).toThrow("There is no delivery '2'.");
    expect(() => rollBack(target, '../manifest')).toThrow('There is no delivery');
  });

  it('is not shown where a byte of it is lost', () => {
    publish(first);
    publish(second);
    rmSync(join(target, 'objects'), { recursive: true });
    expect(rulesOf(rollBack(target, '1'))).toEqual([
      `publish-lost ${pathOf('web-draft')}`,
      'publish-lost index.html',
    ]);
    expect(readJson('latest.json').manifest).toBe('manifests/000002.json');
  });

  it('is deleted where no delivery that is kept names it', () => {
    for (let night = 1; night <= 4; night++)
      publish({ 'web-draft': `night ${night}`, [`only-${night}`]: 'x' });
    const { pruned } = publish({ 'web-draft': 'night 5' }, { keep: 2 });
    expect(pruned.filter((path) => path.endsWith('.pdf'))).toEqual(
      [1, 2, 3].map((night) => pathOf(`only-${night}`)),
    );
    expect(readdirSync(join(target, 'manifests'))).toEqual(['000004.json', '000005.json']);
    expect(rollBack(target, '4').diagnostics).toEqual([]);
    expect([read(pathOf('web-draft')), read(pathOf('only-4'))]).toEqual(['night 4', 'x']);
  });
});

/** Where a program is killed: after so many files came to stand at their paths, or went. */
function killAfter(steps: number): void {
  let left = steps;
  for (const name of ['reveal', 'prune'] as const) {
    const work = OutputFolder.prototype[name];
    vi.spyOn(OutputFolder.prototype, name).mockImplementation(function (this: OutputFolder, path) {
      if (left-- <= 0) throw new Error('killed');
      work.call(this, path);
    });
  }
  // Who is killed clears nothing away.
  vi.spyOn(OutputFolder.prototype, 'discard').mockImplementation(() => {});
}

/** What whoever follows `latest.json` reads: every file of one delivery, whole. */
function follow(): string[] {
  const place = new Place(new OutputFolder(target));
  const shown = place.shown();
  return shown === undefined
    ? []
    : filesOf(shown).map((file) => new TextDecoder().decode(place.read(file) ?? new Uint8Array()));
}

describe('a publisher that is killed at any moment', () => {
  const texts = (says: Says) => {
    const folder = newFolder('asked');
    buildInto(folder, says);
    const listed = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    const found = [...listed.artifacts, ...listed.page].map(({ path }) =>
      readFileSync(join(folder, path), 'utf8'),
    );
    rmSync(folder, { recursive: true });
    return found;
  };
  const before = texts(first);
  const after = texts(second);

  it('leaves one whole delivery, a page that names nothing that is not there, and is mended by the next', () => {
    let isDone = false;
    let moments = 0;
    for (; !isDone; moments++) {
      rmSync(target, { recursive: true });
      publish(first);
      buildInto(out, second);
      killAfter(moments);
      try {
        isDone = deliver(out, target, { keep: 1 }).delivery !== undefined;
      } catch {}
      vi.restoreAllMocks();
      expect([before, after]).toContainEqual(follow());
      expect(
        read('index.html')
          .trim()
          .split('\n')
          .filter((path) => !isThere(path)),
      ).toEqual([]);
      deliver(out, target, { keep: 1 });
      expect(follow()).toEqual(after);
      expect(readdirSync(join(target, 'manifests'))).toEqual(['000002.json']);
      expect(isThere('.annex')).toBe(false);
    }
    expect(moments).toBeGreaterThan(10);
  });

  it('shows nothing at a place that was empty, until all of it is there', () => {
    for (let moment = 0; moment < 9; moment++) {
      rmSync(target, { recursive: true });
      buildInto(out, first);
      killAfter(moment);
      expect(() => deliver(out, target, {})).toThrow('killed');
      vi.restoreAllMocks();
      expect(follow()).toEqual([]);
      expect(rulesOf(deliver(out, target, {}))).toEqual([]);
      expect(follow()).toEqual(before);
    }
  });
});
