import type { CST } from 'yaml';

/** A configuration nests four or five deep. */
const deepest = 40;

/**
 * The offset at which lists or maps are nested too deeply, or undefined. Asked before a document is composed: that
 * is done by recursion, and a hundred kilobytes of `[` would take the whole process down with the stack.
 */
export function findDeepNesting(tokens: readonly CST.Token[]): number | undefined {
  const open: [token: CST.Token, depth: number][] = [];
  for (const token of tokens) {
    open.push([token, 0]);
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const [current, depth] = next;
      if (depth > deepest) return current.offset;
      for (const inner of innerTokens(current)) open.push([inner, depth + 1]);
    }
  }
  return undefined;
}

function innerTokens(token: CST.Token): CST.Token[] {
  if (token.type === 'document') return token.value === undefined ? [] : [token.value];
  if (!('items' in token)) return [];
  return token.items.flatMap((item) => [item.key, item.value].filter((inner) => inner != null));
}
