import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from './disk.ts';
import { faultOf } from './errno.ts';
import { WorkspaceFault } from './workspace.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

let outside: string;
let root: string;

beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), 'annex-'));
  root = join(outside, 'workspace');
  mkdirSync(join(root, 'data/products/b'), { recursive: true });
  mkdirSync(join(root, 'data/products/a'));
  writeFileSync(join(root, 'annex.yaml'), 'format: 1\n');
  writeFileSync(join(root, 'data/products/Z.txt'), '');
  writeFileSync(join(outside, 'secret.txt'), 'secret');
});

afterEach(() => rmSync(outside, { recursive: true, force: true }));

function faultIn(action: () => unknown): string {
  try {
    action();
  } catch (thrown) {
    if (thrown instanceof WorkspaceFault) return thrown.message;
    throw thrown;
  }
  return 'no fault';
}

describe('reading', () => {
  test('a file comes with its path and bytes', () => {
    const file = openWorkspace(root).read('./annex.yaml')!;
    expect([file.path, textOf(file.bytes)]).toEqual(['annex.yaml', 'format: 1\n']);
  });

  test('where there is no file there is nothing', () => {
    expect(openWorkspace(root).read('data/wording.csv')).toBeUndefined();
    expect(openWorkspace(root).read('annex.yaml/inside')).toBeUndefined();
  });

  test('a folder is listed in code unit order, files apart from folders', () => {
    writeFileSync(join(root, 'data/products/é.txt'), '');
    expect(openWorkspace(root).list('data/products')).toEqual({
      files: ['Z.txt', 'é.txt'],
      folders: ['a', 'b'],
    });
    expect(openWorkspace(root).list('').folders).toEqual(['data']);
    expect(openWorkspace(root).list('none')).toEqual({ files: [], folders: [] });
  });

  test('a folder cannot be read as a file', () => {
    expect(faultIn(() => openWorkspace(root).read('data'))).toBe(
      "'data' cannot be read: it is a folder, not a file.",
    );
  });

  test('a workspace that is missing, or a file, is named', () => {
    expect(faultIn(() => openWorkspace(join(root, 'none')))).toContain('it does not exist (ENOENT)');
    expect(faultIn(() => openWorkspace(join(root, 'annex.yaml')))).toContain('a workspace is a folder');
  });
});

describe('nothing outside the workspace is touched', () => {
  test.each([
    '../secret.txt',
    'data/../../secret.txt',
    'data\\..\\..\\secret.txt',
    '/etc/hosts',
    'C:\\x',
    '\\\\host\\x',
    'a\0b',
  ])('the path %j is refused', (path) => {
    const workspace = openWorkspace(root);
    expect(faultIn(() => workspace.read(path))).toMatch(/leads out|absolute|NUL/);
    expect(faultIn(() => workspace.list(path))).toMatch(/leads out|absolute|NUL/);
    expect(faultIn(() => workspace.write(path, bytesOf('x')))).toMatch(/leads out|absolute|NUL/);
  });

  test('a link that leads out is refused, one inside is followed', () => {
    symlinkSync(join(outside, 'secret.txt'), join(root, 'out.txt'));
    symlinkSync(outside, join(root, 'up'));
    symlinkSync('annex.yaml', join(root, 'in.yaml'));
    const workspace = openWorkspace(root);
    expect(faultIn(() => workspace.read('out.txt'))).toContain('leads out of the workspace');
    expect(faultIn(() => workspace.list('up'))).toContain('leads out of the workspace');
    expect(faultIn(() => workspace.write('out.txt', bytesOf('x')))).toContain('leads out of the workspace');
    expect(faultIn(() => workspace.write('up/new.txt', bytesOf('x')))).toContain(
      'leads out of the workspace',
    );
    expect(textOf(workspace.read('in.yaml')?.bytes)).toBe('format: 1\n');
    expect(readFileSync(join(outside, 'secret.txt'), 'utf8')).toBe('secret');
  });

  test('a link that leads nowhere says so', () => {
    symlinkSync('nowhere', join(root, 'lost.csv'));
    expect(openWorkspace(root).list('').files).toContain('lost.csv');
    expect(faultIn(() => openWorkspace(root).read('lost.csv'))).toContain('leads nowhere');
  });

  test('a workspace may itself be reached through a link', () => {
    symlinkSync(root, join(outside, 'link'));
    expect(openWorkspace(join(outside, 'link')).read('annex.yaml')).toBeDefined();
  });
});

describe('writing', () => {
  test('a file is replaced whole, keeps its permissions, and nothing is left beside it', () => {
    chmodSync(join(root, 'annex.yaml'), 0o640);
    openWorkspace(root).write('annex.yaml', bytesOf('format: 1\nbrand: x\n'));
    expect(readFileSync(join(root, 'annex.yaml'), 'utf8')).toBe('format: 1\nbrand: x\n');
    expect(statSync(join(root, 'annex.yaml')).mode & 0o777).toBe(0o640);
    expect(readdirSync(root)).toEqual(['annex.yaml', 'data']);
  });

  test('folders are made as needed', () => {
    openWorkspace(root).write('data/translations/fr.csv', bytesOf('id\n'));
    expect(readFileSync(join(root, 'data/translations/fr.csv'), 'utf8')).toBe('id\n');
  });

  test('where a folder stands, or a file where a folder is needed, it is refused', () => {
    const workspace = openWorkspace(root);
    expect(faultIn(() => workspace.write('data', bytesOf('x')))).toMatch(/folder/);
    expect(faultIn(() => workspace.write('annex.yaml/x', bytesOf('x')))).toMatch(
      /a file stands where a folder is needed/,
    );
    expect(readdirSync(root)).toEqual(['annex.yaml', 'data']);
  });
});

test('a refusal of the system is told in words with its code', () => {
  const refusal = (code: string): Error => Object.assign(new Error('x'), { code });
  expect(faultOf('a.csv', 'written', refusal('ENOSPC')).message).toBe(
    "'a.csv' cannot be written: the disk is full (ENOSPC).",
  );
  expect(faultOf('a.csv', 'read', refusal('EACCES')).message).toContain('permission is denied');
  expect(() => faultOf('a.csv', 'read', new TypeError('a bug'))).toThrow('a bug');
});
