import { expect, test } from 'vitest';
import { memoryWorkspace } from './memory.ts';
import { overlayWorkspace } from './overlay.ts';
import { WorkspaceFault } from './workspace.ts';

const textOf = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);

test('a workspace in memory reads, lists and writes as one on the disk', () => {
  const workspace = memoryWorkspace({
    'data/b/x.csv': 'b',
    'data/a/x.csv': 'a',
    'data/z.csv': 'z',
    'data.csv': '',
  });
  expect(workspace.list('data')).toEqual({ files: ['z.csv'], folders: ['a', 'b'] });
  expect(workspace.list('none')).toEqual({ files: [], folders: [] });
  expect(textOf(workspace.read('./data/a/x.csv')?.bytes)).toBe('a');
  expect(workspace.read('data/a/y.csv')).toBeUndefined();
  expect(() => workspace.read('data/a')).toThrow(WorkspaceFault);
  expect(() => workspace.read('../data')).toThrow(WorkspaceFault);
  workspace.write('data/c/new.csv', new TextEncoder().encode('new'));
  expect(workspace.list('data').folders).toEqual(['a', 'b', 'c']);
});

test('an overlay takes each file from the upper workspace, or else from the lower', () => {
  const top = memoryWorkspace({ 'templates/annex.hbs': 'mine', 'templates/partials/own.hbs': 'own' }, 'mine');
  const lower = memoryWorkspace({
    'templates/annex.hbs': 'shipped',
    'templates/pack.hbs': 'pack',
    'templates/partials/x.hbs': 'x',
  });
  const both = overlayWorkspace(top, lower);
  expect(both.name).toBe('mine');
  expect(textOf(both.read('templates/annex.hbs')?.bytes)).toBe('mine');
  expect(textOf(both.read('templates/pack.hbs')?.bytes)).toBe('pack');
  expect(both.read('templates/none.hbs')).toBeUndefined();
  expect(both.list('templates')).toEqual({ files: ['annex.hbs', 'pack.hbs'], folders: ['partials'] });
  expect(both.list('templates/partials').files).toEqual(['own.hbs', 'x.hbs']);
});

test('a file hides a folder of the same name below it', () => {
  const both = overlayWorkspace(
    memoryWorkspace({ 'data/x': 'a file' }),
    memoryWorkspace({ 'data/x/y.csv': '' }),
  );
  expect(both.list('data')).toEqual({ files: ['x'], folders: [] });
});
