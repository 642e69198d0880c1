/** A piece of text of a page, or the beginning or end of marked content (ISO 32000-1, 14.6), as pdf.js gives them. */
export type PageItem =
  | { readonly str: string; readonly hasEOL: boolean }
  | { readonly type: string; readonly id?: string };

/** The lines of text of a page by the id of the marked content they stand in. */
export type Marked = ReadonlyMap<string, readonly string[]>;

/** Gathers the text of a page under its marks. Text outside of all of them is decoration: running lines, rules. */
export function gatherMarks(items: readonly PageItem[]): Marked {
  const gathered = new Map<string, string[]>();
  const open: (string | undefined)[] = [];
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type.startsWith('begin')) open.push(item.id);
      else open.pop();
      continue;
    }
    const id = open.findLast((mark) => mark !== undefined);
    if (id === undefined) continue;
    const lines = gathered.get(id) ?? [''];
    gathered.set(id, lines);
    lines.push(lines.pop() + item.str);
    if (item.hasEOL) lines.push('');
  }
  return gathered;
}

/** The lines of several marks, one after the other. */
export function linesOfMarks(ids: readonly string[], marked: Marked): string[] {
  return ids.flatMap((id) => marked.get(id) ?? []).filter((line) => line.trim() !== '');
}
