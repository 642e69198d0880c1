import type { Block } from '../../../document/tree.ts';
import type { Anchors } from '../outward.ts';
import type { Content, Element } from './element.ts';
import { HeadingLevels } from './levels.ts';

/** Tags blocks into an element: handed to the tagging of cells, items and sections. */
export type TagBlocks = (tagging: Tagging, blocks: readonly Block[], parent: Element) => void;

/** What is known while a document is being tagged. */
export class Tagging {
  levels = new HeadingLevels();
  /** The members of the pack. */
  readonly anchors: Anchors;
  readonly #prefix: string;
  readonly #contents = new Map<object, Content>();
  #tables = 0;

  /** `prefix` begins the names of tables, which are unique in a file. */
  constructor(anchors: Anchors = new Set(), prefix = 't') {
    this.anchors = anchors;
    this.#prefix = prefix;
  }

  /** Begins another document of the same file: its headings start anew. */
  beginDocument(): void {
    this.levels = new HeadingLevels();
  }

  /** Notes that a node of the annex tree is painted as a content. A node has one place in its tree. */
  claim(node: object, content: Content): void {
    if (this.#contents.has(node)) throw new Error('A node of the annex tree stands in two places.');
    this.#contents.set(node, content);
  }

  /** What a node is painted as; undefined for decoration. */
  contentOf(node: object): Content | undefined {
    return this.#contents.get(node);
  }

  /** A name for the next table, unique in the file. */
  nameTable(): string {
    this.#tables++;
    return `${this.#prefix}${this.#tables}`;
  }
}
