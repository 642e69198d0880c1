import type { AnnexDocument } from '../../document/tree.ts';

/** What site generators read first, in YAML: every value in double quotes, so that a date stays the text it is. */
export function writeFrontMatter({ metadata, language }: AnnexDocument): string {
  const { title, subject, edition, date, reference } = metadata;
  const values = { title, description: subject, language, edition, date, reference };
  const lines = Object.entries(values).map(([key, value]) => `${key}: ${quoted(value)}`);
  return ['---', ...lines, '---'].join('\n');
}

/** A text in the double quotes of YAML, which take JSON's escapes; braces too, for templates that run over all. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[{}%\u007f-\u009f\u2028\u2029\ufeff]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
