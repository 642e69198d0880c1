import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { zip } from '../../archive/zip.ts';
import { memoryWorkspace } from '../../workspace/memory.ts';
import { readPackageFile } from '../../workspace/packages.ts';
import { type Workspace, WorkspaceFault } from '../../workspace/workspace.ts';
import { Recorder } from './record.ts';
import { replayWorkspace } from './replay.ts';
import { sealBundle } from './seal.ts';
import type { Seen } from './seen.ts';
import { unsealBundle } from './unseal.ts';

const text = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const noPackages: Seen['packages'] = new Map();

function seal(recorder: Recorder, packages = noPackages): Uint8Array {
  return Buffer.concat(sealBundle({ ...recorder.seen(), packages }));
}

const files = {
  'annex.yaml': 'format: 1\n',
  'data/products/mail/matrix.csv': 'id\n',
  'data/contracts.csv': '',
};

/** Reads and lists a little of a workspace, in one order or the other. */
function look(workspace: Workspace, order: 1 | -1): void {
  const looks = [
    () => workspace.read('annex.yaml'),
    () => workspace.read('data/products/mail/matrix.csv'),
    () => workspace.read('data/sections.csv'),
    () => workspace.list('data/products'),
    () => workspace.list('templates'),
  ];
  for (const one of order === 1 ? looks : looks.toReversed()) one();
}

function bundleOf(order: 1 | -1 = 1): Uint8Array {
  const recorder = new Recorder();
  look(recorder.watch(memoryWorkspace(files), 'workspace'), order);
  return seal(recorder);
}

describe('a bundle', () => {
  it('holds what was read, and nothing else', () => {
    const seen = unsealBundle(bundleOf());
    expect([...seen.files.keys()]).toEqual([
      'workspace/annex.yaml',
      'workspace/data/products/mail/matrix.csv',
    ]);
  });

  it('gives again what was read and listed', () => {
    const replayed = replayWorkspace(unsealBundle(bundleOf()), 'workspace');
    expect(text(replayed.read('annex.yaml')?.bytes)).toBe('format: 1\n');
    expect(replayed.read('data/sections.csv')).toBeUndefined();
    expect(replayed.list('data/products')).toEqual({ files: [], folders: ['mail'] });
    expect(replayed.list('templates')).toEqual({ files: [], folders: [] });
  });

  it('is the same whatever the order in which things were read', () => {
    expect(digest(bundleOf(-1))).toBe(digest(bundleOf(1)));
  });

  it('is another where one byte that was read is another', () => {
    const recorder = new Recorder();
    look(recorder.watch(memoryWorkspace({ ...files, 'annex.yaml': 'format: 2\n' }), 'workspace'), 1);
    expect(digest(seal(recorder))).not.toBe(digest(bundleOf()));
  });

  it('tells workspaces apart', () => {
    const recorder = new Recorder();
    recorder.watch(memoryWorkspace({ 'a.csv': 'own' }), 'workspace').read('a.csv');
    recorder.watch(memoryWorkspace({ 'a.csv': 'shipped' }), 'shipped').read('a.csv');
    const seen = unsealBundle(seal(recorder));
    expect(text(replayWorkspace(seen, 'workspace').read('a.csv')?.bytes)).toBe('own');
    expect(text(replayWorkspace(seen, 'shipped').read('a.csv')?.bytes)).toBe('shipped');
  });

  it('fails where what was recorded failed', () => {
    const recorder = new Recorder();
    const watched = recorder.watch(memoryWorkspace(files), 'workspace');
    expect(() => watched.read('data')).toThrow(WorkspaceFault);
    const replayed = replayWorkspace(unsealBundle(seal(recorder)), 'workspace');
    expect(() => replayed.read('data')).toThrow("'data' cannot be read: it is a folder, not a file.");
  });
});

describe('a recorder', () => {
  it('gives what it saw first, whatever is written meanwhile', () => {
    const workspace = memoryWorkspace(files);
    const watched = new Recorder().watch(workspace, 'workspace');
    watched.read('annex.yaml');
    watched.read('later.csv');
    watched.list('');
    workspace.write('annex.yaml', new TextEncoder().encode('changed'));
    workspace.write('later.csv', new TextEncoder().encode('new'));
    expect(text(watched.read('annex.yaml')?.bytes)).toBe('format: 1\n');
    expect(watched.read('later.csv')).toBeUndefined();
    expect(watched.list('').files).toEqual(['annex.yaml']);
  });
});

describe('a worker refuses a bundle', () => {
  const font = 'pdfmake/package.json';
  const refuse = (bytes: Uint8Array) => expect(() => unsealBundle(bytes));

  it('that is none, or of another program', () => {
    refuse(new TextEncoder().encode('no archive')).toThrow(/cannot be read: it has no directory/);
    refuse(zip([])).toThrow('it has no bundle.json');
    refuse(zip([{ path: 'bundle.json', text: '{"format":2}' }])).toThrow('none that this program writes');
    refuse(bundleOf().subarray(0, 200)).toThrow(WorkspaceFault);
  });

  it('that needs a package which is not installed here, or another version of it', () => {
    const here = digest(readPackageFile(font)!);
    const bundle = (name: string, sha256: string) => seal(new Recorder(), new Map([[name, sha256]]));
    expect(unsealBundle(bundle(font, here)).packages.get(font)).toBe(here);
    refuse(bundle(font, '0'.repeat(64))).toThrow(
      /not the one that the run was planned with\. Install pdfmake in/,
    );
    refuse(bundle('@nobody/has-this/font.ttf', here)).toThrow(
      "The packs need the file '@nobody/has-this/font.ttf', which is not installed here. Install @nobody/has-this in",
    );
  });
});
