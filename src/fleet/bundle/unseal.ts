import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Damaged } from '../../readers/damaged.ts';
import { unpackZip } from '../../readers/zip.ts';
import { readPackageFile } from '../../workspace/packages.ts';
import { WorkspaceFault } from '../../workspace/workspace.ts';
import { indexFile, mostBytes } from './seal.ts';
import type { Seen } from './seen.ts';

/** Beside the files stands the index, which is small. */
const bounds = { bytes: 2 * mostBytes, files: 65_535, wants: () => true };

const names = z.array(z.string());
const schema = z.object({
  format: z.literal(1),
  folders: z.record(z.string(), z.object({ files: names, folders: names })),
  failed: z.record(z.string(), z.string()),
  packages: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});

/**
 * Reads a bundle. Throws WorkspaceFault where the bytes are none, and where a file of an installed package that packs were
 * planned with is not on this machine, or is another: they would come out otherwise.
 */
export function unsealBundle(bytes: Uint8Array): Seen {
  const files = new Map(unpack(bytes));
  const index = readIndex(files.get(indexFile));
  files.delete(indexFile);
  for (const [name, digest] of Object.entries(index.packages)) checkPackage(name, digest);
  return {
    files,
    folders: new Map(Object.entries(index.folders)),
    failed: new Map(Object.entries(index.failed)),
    packages: new Map(Object.entries(index.packages)),
  };
}

/** As plain bytes, as a workspace gives them: what is a Buffer would go into the keys of packs otherwise. */
function unpack(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  try {
    return new Map([...unpackZip(bytes, bounds)].map(([path, content]) => [path, new Uint8Array(content)]));
  } catch (thrown) {
    if (thrown instanceof Damaged) throw refused(thrown.message);
    throw thrown;
  }
}

function readIndex(bytes: Uint8Array | undefined): z.infer<typeof schema> {
  if (bytes === undefined) throw refused(`it has no ${indexFile}`);
  const read = schema.safeParse(parse(bytes));
  if (!read.success) throw refused(`its ${indexFile} is none that this program writes`);
  return read.data;
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

function refused(reason: string): WorkspaceFault {
  return new WorkspaceFault('', `The bundle of the run's workspace cannot be read: ${reason}.`);
}

function checkPackage(name: string, digest: string): void {
  const bytes = readPackageFile(name);
  const of = name.split('/').slice(0, name.startsWith('@') ? 2 : 1);
  const mend = `Install ${of.join('/')} in the version that the run was planned with.`;
  if (bytes === undefined)
    throw new WorkspaceFault(name, `The packs need the file '${name}', which is not installed here. ${mend}`);
  if (createHash('sha256').update(bytes).digest('hex') !== digest)
    throw new WorkspaceFault(
      name,
      `The file '${name}' is not the one that the run was planned with. ${mend}`,
    );
}
