import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readYaml } from '../workspace/yaml.ts';
import { yamlText } from './yaml-text.ts';

const readBack = (line: string) => {
  const file = { path: 'x.yaml', bytes: new TextEncoder().encode(line) };
  return readYaml(file, z.strictObject({ name: z.string() })).value?.value.name;
};

describe('a text in YAML', () => {
  test('is left without quotes where it is plain', () => {
    expect(yamlText('Données (région n° 2)')).toBe("'Données (région n° 2)'");
    expect(yamlText('Email Pro (2026)')).toBe('Email Pro (2026)');
  });

  test.each(['null', '~', 'x: y', '# x', "it's", 'a, b', '{x}', ' x ', '1.10', '- x', 'tab\there', 'x\ny'])(
    'is read back as it was: %j',
    (text) => {
      expect(readBack(`name: ${yamlText(text)}\n`)).toBe(text);
    },
  );

  test('is read back as it was, whatever it is, alone and inside braces', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((found) => /\S/.test(found));
    fc.assert(
      fc.property(text, (found) => {
        expect(readBack(`name: ${yamlText(found)}\n`)).toBe(found);
        expect(readBack(`{ name: ${yamlText(found)} }\n`)).toBe(found);
      }),
      { seed: 20_260_301 },
    );
  });
});
