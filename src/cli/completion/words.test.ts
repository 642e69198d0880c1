import { describe, expect, test } from 'vitest';
import { commands } from '../commands.ts';
import { completeWords } from './words.ts';

const workspaces: string[] = [];
const names = (workspace: string) => {
  workspaces.push(workspace);
  return {
    products: ['email-pro', 'private-exchange'],
    languages: ['en', 'fr'],
    formats: ['pdf', 'xlsx'],
    brands: ['acme', 'neutral'],
  };
};
/** The words offered for a command line; a space at its end begins a new word. */
const offered = (line: string) => completeWords(line.split(' '), { commands, names }).map(({ word }) => word);

describe('the tab key offers', () => {
  test('commands, and none that is for programs', () => {
    expect(offered('')).toContain('build');
    expect(offered('')).not.toContain('complete');
    expect(offered('c')).toEqual(['check', 'completion']);
    expect(offered('new ')).toEqual(['product', 'language', 'brand']);
  });

  test('the options of the command, and not of others', () => {
    expect(offered('build --')).toContain('--format');
    expect(offered('check --')).not.toContain('--format');
    expect(offered('new product x --')).toContain('--from');
  });

  test('names of the workspace behind an option, short or long', () => {
    expect(offered('build -p ')).toEqual(['email-pro', 'private-exchange']);
    expect(offered('build --brand n')).toEqual(['neutral']);
    expect(offered('show ')).toEqual(['email-pro', 'private-exchange']);
    expect(offered('show email-pro ')).toEqual([]);
  });

  test('each name once where an argument may be repeated', () => {
    expect(offered('release ')).toEqual(['email-pro', 'private-exchange']);
    expect(offered('release email-pro ')).toEqual(['private-exchange']);
  });

  test('the rest of a list, without what stands in it', () => {
    expect(offered('build -f pdf,')).toEqual(['pdf,xlsx']);
  });

  test('values behind an equals sign, also where bash has cut the word at it', () => {
    expect(offered('build --language=f')).toEqual(['--language=fr']);
    expect(offered('build --language = f')).toEqual(['--language=fr']);
    expect(offered('build --language =')).toEqual(['--language=en', '--language=fr']);
  });

  test('the choices of an option or argument', () => {
    expect(offered('check -r ')).toEqual(['human', 'json', 'sarif', 'junit', 'github', 'html']);
    expect(offered('completion z')).toEqual(['zsh']);
  });

  test('nothing where a folder, a file or a text belongs', () => {
    expect(offered('build --out ')).toEqual([]);
    expect(offered('fmt d')).toEqual([]);
    expect(offered('new product ')).toEqual([]);
    expect(offered('unheard-of ')).toEqual([]);
  });

  test('names of the workspace that the line speaks of', () => {
    offered('build --workspace ../ws -p ');
    expect(workspaces.at(-1)).toBe('../ws');
    offered('build --workspace=here -p ');
    expect(workspaces.at(-1)).toBe('here');
  });
});
