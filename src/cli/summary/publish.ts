import type { PublishResult } from '../../runs/publish-output.ts';
import { printPaths, printWorst } from './short.ts';

/**
 * What became of a place, in Markdown, short enough for any build server.
 *
 * @param url where readers open the place; files are linked below it
 */
export function summarizePublished(result: PublishResult, url: URL | undefined): string {
  const { shown, added, replaced, pruned, diagnostics } = result;
  if (shown === undefined) return `### annex publish: nothing published\n${printWorst(diagnostics)}\n`;
  const base = url && new URL(url.pathname.endsWith('/') ? url : `${url}/`);
  const list = (title: string, paths: readonly string[], at?: URL) =>
    printPaths(
      title,
      paths.map((path) => [path, '']),
      at,
    );
  return [
    `### annex publish: ${added.length} new, ${replaced.length} replaced, ${pruned.length} gone\n`,
    `\nReaders see \`${shown}\`${base === undefined ? '' : ` at ${base}`}\n`,
    list('New', added, base),
    list('Replaced', replaced, base),
    list('Gone', pruned),
    '\n',
  ].join('');
}
