import { basename, resolve } from 'node:path';
import type { Request } from '../../plan/plan.ts';
import { openWorkspace } from '../../workspace/disk.ts';
import { keepWorkspace } from '../../workspace/kept.ts';
import { LiveWorkspace } from './live.ts';

export type PreviewOptions = {
  /** Folder of the workspace. */
  readonly workspace: string;
  /** Of this machine's own address; 0 for any that is free. */
  readonly port: number;
  /** Which products and languages the page lists. */
  readonly request?: Request;
  /** Called when a change of the sources has been read, with the paths that changed and the findings in a line. */
  readonly onChange?: (paths: readonly string[], summary: string) => void;
  /** Called with what a bug of this program threw; the preview goes on with what it showed before. */
  readonly onBug?: (thrown: unknown) => void;
};

/** A preview that runs until it is closed. */
export type Preview = {
  /** `http://127.0.0.1:4173/`. */
  readonly address: string;
  /** The findings at the start, in a line. */
  readonly summary: string;
  readonly close: () => Promise<void>;
};

/**
 * Shows a workspace in the browser and follows every change of its files.
 *
 * Throws WorkspaceFault where it cannot be read, UnknownName where the request names what is not there, ListenFault where
 * the port cannot be listened to, PreviewFault where the folder cannot be watched.
 */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const { workspace, port, request } = options;
  // Whoever only builds loads no server.
  const { createPreview, listen, watchSources } = await import('../../preview/preview.ts');
  const name = basename(resolve(workspace));
  const sources = keepWorkspace({ ...openWorkspace(workspace), name });
  let live: LiveWorkspace | undefined;
  const follow = (paths: readonly string[]) => followChange(live, paths, options);
  // The watch stands before anything is read, so that no change falls between the two.
  const watch = await watchSources(resolve(workspace), follow);
  try {
    live = new LiveWorkspace(sources, request);
    const server = await listen(
      createPreview(live, (thrown) => options.onBug?.(thrown)),
      port,
    );
    const { summary } = live.told();
    const ended = new AbortController();
    // A bug that it meets is met again, and told, by who asks for the same document.
    live.makeAhead(ended.signal).catch(() => {});
    const close = async () => {
      ended.abort();
      await Promise.all([watch.close(), server.close()]);
    };
    return { address: server.address, summary, close };
  } catch (thrown) {
    await watch.close();
    throw thrown;
  }
}

function followChange(
  live: LiveWorkspace | undefined,
  paths: readonly string[],
  { onChange, onBug }: PreviewOptions,
): void {
  try {
    live?.change(paths);
    if (live !== undefined) onChange?.(paths, live.told().fault ?? live.told().summary);
  } catch (thrown) {
    onBug?.(thrown);
  }
}
