import type { Element, Node } from './element.ts';

/** A tag as read: its attributes, without the place in the template where it was written. */
export type Tag =
  | {
      readonly kind: 'start' | 'empty';
      readonly name: string;
      readonly attributes: Element['attributes'];
      readonly at: string;
    }
  | { readonly kind: 'end'; readonly name: string };

/** Elements as they come to be, tag by tag and text by text. */
export class Growing {
  readonly #open: { readonly name: string; readonly children: Node[] }[] = [{ name: '', children: [] }];
  #inside = this.#open[0]!.children;

  /** Adds a text; the texts between two tags have to come as one. */
  text(text: string): void {
    if (text !== '') this.#inside.push({ kind: 'text', text });
  }

  /** Adds a tag; says whether it could stand there. */
  tag(tag: Tag): boolean {
    if (tag.kind === 'end') return this.#close(tag.name);
    const { kind, name, attributes, at } = tag;
    const children: Node[] = [];
    this.#inside.push({ kind: 'element', name, attributes, children, at });
    if (kind === 'start') {
      this.#open.push({ name, children });
      this.#inside = children;
    }
    return true;
  }

  #close(name: string): boolean {
    if (this.#open.length === 1 || this.#open.pop()!.name !== name) return false;
    this.#inside = this.#open[this.#open.length - 1]!.children;
    return true;
  }

  /** The one element that everything stands in. */
  root(): Element | undefined {
    const [outside, unclosed] = this.#open;
    const isSpace = (node: Node) => node.kind === 'text' && /^[ \t\n]*$/.test(node.text);
    const [root, surplus] = outside!.children.filter((node) => !isSpace(node));
    return unclosed === undefined && surplus === undefined && root?.kind === 'element' ? root : undefined;
  }
}
