import { describe, expect, test } from 'vitest';
import { brandSchema } from '../workspace/schemas/brand.ts';
import { type Key, keysOf } from '../workspace/schemas/keys.ts';
import { readYaml } from '../workspace/yaml.ts';
import { writeBrandYaml } from './brand.ts';

const text = writeBrandYaml('Acme: cloud & more');
const flatten = (keys: readonly Key[]): Key[] => keys.flatMap((key) => [key, ...flatten(key.keys)]);

describe('a new brand.yaml', () => {
  test('says in full what holds where a brand says nothing', () => {
    const read = readYaml({ path: 'brand.yaml', bytes: new TextEncoder().encode(text) }, brandSchema);
    expect(read.diagnostics).toEqual([]);
    const name = 'Acme: cloud & more';
    expect(read.value?.value).toEqual(brandSchema.parse({ name, legal: name }));
  });

  test('has every key of the schema, each with what it is for', () => {
    for (const key of flatten(keysOf(brandSchema))) {
      expect(text).toMatch(new RegExp(`^ *(?:# )?${key.name}:`, 'm'));
      expect(key.description, key.name).not.toBe('');
      expect(text).toContain(`# ${key.description}`);
    }
  });
});
