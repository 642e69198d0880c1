import type { Html } from './node.ts';

const inText = new Set(['a', 'b', 'em', 'i', 'img', 'span', 'strong', 'sup']);

/** What is not part of the text: navigation, and words for listeners, which repeat what is seen. */
function isBesideText({ tag, attributes }: Exclude<Html, string>): boolean {
  return tag === 'nav' || (attributes.class?.split(' ').includes('unseen') ?? false);
}

/** Every text of a page in the order it is read, one for each paragraph, heading and cell. */
export function paintedTexts(nodes: readonly Html[]): string[] {
  const lines = [''];
  const visit = (node: Html): void => {
    if (typeof node === 'string') lines.push(`${lines.pop()}${node}`);
    else if (node.tag === 'br') lines.push(`${lines.pop()}\n`);
    else if (!isBesideText(node)) {
      const isApart = !inText.has(node.tag);
      if (isApart) lines.push('');
      node.children.forEach(visit);
      if (isApart) lines.push('');
    }
  };
  nodes.forEach(visit);
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}
