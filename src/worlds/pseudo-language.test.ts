import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pseudoLanguage } from '../catalogue/pseudo.ts';
import { renderArtifact } from '../runs/building/render.ts';
import { listWorkspace, showComposed } from '../runs/inspect.ts';
import { openSources } from '../runs/opening/open.ts';

/* The repository's own workspace in the language that nobody speaks: a text without brackets is written in code. */
const root = join(import.meta.dirname, '..', '..');
const { products, brands } = openSources(root).catalogue!;
const language = pseudoLanguage;

/** What is left of a text without what stands in brackets, inside out. */
function outsideBrackets(text: string): string {
  const less = text.replace(/\[[^[\]]*\]/gu, ' ');
  return less === text ? text : outsideBrackets(less);
}

describe('the pseudo-language', () => {
  it('is not listed where nobody asked for it', () => {
    for (const { languages } of listWorkspace(root)) {
      expect(languages.map((listed) => listed.language)).not.toContain(language);
    }
  });

  it.each(products.map(({ id }) => id))(
    'leaves no word of the annex of %s out of its brackets',
    async (product) => {
      const { value } = showComposed(root, { product, language, kind: 'annex' });
      // From the cover on: what stands before it are properties of the file, and names of fonts.
      const shown = value!.slice(value!.indexOf('\ncover\n'));
      const left = new Set(outsideBrackets(shown).match(/\p{L}[\p{L}-]+/gu));
      const names = ['cover', 'facts', 'notice', 'legend', 'table', 'rest', 'RACI', 'OVHcloud'];
      const references = [...left].filter((word) => /^[A-Z]+-RM-$|^QPS$/u.test(word));
      expect([...left].filter((word) => ![...names, ...references].includes(word))).toEqual([]);
    },
  );

  it.each(products.map(({ id }) => id))(
    'leaves no cell of the workbook of %s out of its brackets',
    (product) => {
      const { value } = showComposed(root, { product, language, kind: 'workbook' });
      const cells = value!
        .split('\n')
        .flatMap((line) => /^ {2}[A-Z]\d+ +"(.*?)"(?: ->.*)?$/u.exec(line)?.[1] ?? []);
      expect(cells.length).toBeGreaterThan(100);
      const ids = products.find(({ id }) => id === product)!.activities.map(({ id }) => id);
      const left = cells.filter((cell) => /\p{L}{2}/u.test(outsideBrackets(cell)) && !ids.includes(cell));
      expect(left.filter((cell) => !/^[A-Z]+-RM-.*-QPS$/u.test(cell))).toEqual([]);
    },
  );

  it.each([...brands.keys()])(
    'is proved to lose no text in the brand %s',
    async (brand) => {
      for (const { id: product } of products) {
        const { value, diagnostics } = await renderArtifact(root, { product, language, brand });
        expect(diagnostics.filter(({ severity, accepted }) => severity === 'error' && !accepted)).toEqual([]);
        expect(value?.path).toContain('-qps.pdf');
      }
    },
    60_000,
  );
});
