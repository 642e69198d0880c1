import { describe, expect, test } from 'vitest';
import { readConfig } from '../catalogue/config.ts';
import { Reader } from '../catalogue/reader.ts';
import type { SectionEntry } from '../catalogue/sections.ts';
import { parseTable } from '../tables/parse.ts';
import { memoryWorkspace } from '../workspace/memory.ts';
import { adoptMatrix, startMatrix } from './matrix.ts';

const place = { file: 'data/sections.csv' };
const entry = (key: string, title: string): SectionEntry => ({
  key,
  number: undefined,
  place,
  title: { id: key, source: title, language: 'en', place },
});
const dictionary = [entry('use', 'Using it'), entry('use.daily', 'Day-to-day running')];
const configOf = (yaml: string) =>
  readConfig(new Reader(memoryWorkspace({ 'annex.yaml': `format: 1\n${yaml}` })))!;
const adopt = (csv: string, yaml = '') => {
  const table = parseTable({ path: 'raci.csv', bytes: new TextEncoder().encode(csv) }, { language: 'en' })
    .value!;
  return adoptMatrix(table, configOf(yaml), dictionary);
};

describe('the first matrix of a product', () => {
  test('has the columns of the workspace and one row, in the first section without others in it', () => {
    const { csv, sections } = startMatrix(configOf('columns: [Ticket]\n'), dictionary);
    expect(csv.split('\n')[0]).toBe('id,section,activity,note,customer,provider,ticket');
    expect(csv.split('\n')[1]).toMatch(/^first-activity,use\.daily,.*,,,RA,$/);
    expect(sections).toEqual([]);
  });

  test('brings a section where there is none', () => {
    expect(startMatrix(configOf(''), []).sections).toEqual([{ key: 'general', title: 'General' }]);
  });

  test('uses the codes that the workspace has', () => {
    const codes =
      'codes:\n  - { sign: G, name: Gives, meaning: gives }\n  - { sign: T, name: Takes, meaning: takes }\n';
    expect(startMatrix(configOf(codes), dictionary).csv).toMatch(/,G\n$/);
  });
});

describe('a matrix from elsewhere', () => {
  test('gets ids made from its activities, and keeps those it has', () => {
    const { csv } = adopt('activity,customer,provider,id\nBack up,RA,,\nBack up,,RA,\nRestore,RA,,mine-1\n');
    expect(csv).toBe(
      'id,section,activity,customer,provider\n' +
        'back-up,use.daily,Back up,RA,\n' +
        'back-up-2,use.daily,Back up,,RA\n' +
        'mine-1,use.daily,Restore,RA,\n',
    );
  });

  test('finds sections by title or key, and brings those that nobody has, with those above them', () => {
    const { csv, sections } = adopt(
      'id,section,activity,customer,provider\n' +
        'one,Day-to-day running,A,RA,\n' +
        'two,use.access.remote,B,RA,\n' +
        'three,4.2 Fin de contrat,C,RA,\n' +
        'four,4.2 Fin de contrat,D,RA,\n',
    );
    expect(csv.split('\n').map((line) => line.split(',')[1])).toEqual([
      'section',
      'use.daily',
      'use.access.remote',
      'fin-de-contrat',
      'fin-de-contrat',
      undefined,
    ]);
    expect(sections).toEqual([
      { key: 'use.access', title: 'Access' },
      { key: 'use.access.remote', title: 'Remote' },
      { key: 'fin-de-contrat', title: 'Fin de contrat' },
    ]);
  });

  test('has the parties in whose columns codes stand', () => {
    const { csv, parties } = adopt('id,activity,Customer,Data centre,Remark\none,A,I,R/A,see R\n');
    expect(parties).toEqual([
      { column: 'customer', id: 'customer', name: undefined },
      { column: 'data centre', id: 'data-centre', name: 'Data centre' },
    ]);
    expect(csv.split('\n')[0]).toBe('id,section,activity,customer,data-centre,remark');
  });

  test('says nothing of parties where they are those of the workspace', () => {
    expect(adopt('id,activity,provider,customer\none,A,RA,\n').parties).toBeUndefined();
  });
});
