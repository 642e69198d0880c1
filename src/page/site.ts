import { createHash } from 'node:crypto';
import type { NewFile } from '../publish/publish.ts';

/**
 * The files of the page, gathered in the order in which they are put in place. All but those that people know by name carry
 * a digest of their content in their own: a page and its parts are never of two builds, and a browser may keep them.
 */
export class Site {
  readonly files: NewFile[] = [];

  /** Adds a file under a name of its content, such as `page/page-0a1b2c3d.js`; gives its path. */
  part(name: string, ending: string, content: Uint8Array | string): string {
    const bytes = bytesOf(content);
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    return this.named(`page/${name}-${digest}.${ending}`, bytes);
  }

  /** Adds a file under a name that stays; gives its path. */
  named(path: string, content: Uint8Array | string): string {
    this.files.push({ path, bytes: bytesOf(content) });
    return path;
  }
}

function bytesOf(content: Uint8Array | string): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
