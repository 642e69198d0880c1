/** What is kept between documents (parsed fonts, shaped words) must not carry anything from one into another. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it, vi } from 'vitest';
import type { AnnexDocument, Block } from '../../document/tree.ts';
import { activities, annex, sampleAnnex } from '../fixture/annex.ts';
import { livelyLook, soberLook, styles } from '../fixture/looks.ts';
import { matrix, paragraph } from '../fixture/pieces.ts';

const require = createRequire(import.meta.url);
const symbols = 'noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf';
const fallback = [{ name: symbols, bytes: readFileSync(require.resolve(`@expo-google-fonts/${symbols}`)) }];

const figures = { ...styles.activity, figures: ['tnum'] };
const large = { ...styles.activity, size: 14, weight: 600 as const };

function withSymbols(...body: Block[]): AnnexDocument {
  return annex(body, { look: { ...soberLook, fonts: { ...soberLook.fonts, fallback } } });
}

/** Each would leave its trace in others if anything could: by glyphs that two characters share, by sizes and features. */
const neighbours: Readonly<Record<string, () => AnnexDocument>> = {
  'a Greek mu': () => annex([paragraph('5 \u03bcm, office')]),
  'a micro sign': () => annex([paragraph('5 \u00b5m, office')]),
  'soft hyphens': () => annex([paragraph('2026-03 Ver\u00adant\u00adwor\u00adtung office '.repeat(9))]),
  'plain hyphens': () => annex([paragraph('2026-03 Ver-ant-wor-tung office '.repeat(9))]),
  'figures of one width': () => annex([paragraph('1111 AV. To office', figures)]),
  'large type': () => annex([paragraph('1111 AV. To office', large)]),
  'what no font has': () => annex([paragraph('\u65e5 \u2603 office?')]),
  'a font that stands in': () => withSymbols(paragraph('\u2603 office \u2605')),
  'marks on letters': () => annex([paragraph('e\u0301\u0323 \u00e9 office')]),
  'another look': () => sampleAnnex({ look: livelyLook }),
  'a matrix': () => annex([matrix('1.1', 'office', ['A', 'B'], activities(40))]),
};

/** The fingerprints of documents made one after the other by a program that has made nothing yet. */
async function makeInOrder(names: readonly string[]): Promise<[string, string][]> {
  vi.resetModules();
  const { typeset } = await import('./typeset.ts');
  return names.map((name) => {
    const { bytes, painted } = typeset(neighbours[name]!());
    return [name, createHash('sha256').update(bytes).update(painted.join('\n')).digest('hex')];
  });
}

describe('a document', () => {
  it('is the same alone as among any neighbours, in any order', async () => {
    const names = Object.keys(neighbours);
    const alone = new Map<string, string>();
    for (const name of names) for (const [, made] of await makeInOrder([name])) alone.set(name, made);
    expect(new Set(alone.values()).size).toBe(names.length);
    const orders = [names, names.toReversed(), names.flatMap((name) => [name, names[0]!, name])];
    for (const order of orders) {
      for (const [name, made] of await makeInOrder(order)) expect(made, name).toBe(alone.get(name));
    }
  }, 60_000);
});
