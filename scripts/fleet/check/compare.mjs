import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Packs by contract, of the manifest in a folder of packs. */
export function readPacks(folder) {
  const { packs } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  return new Map(packs.map((pack) => [pack.contract, pack]));
}

/** How two folders of packs differ, in sentences: what their manifests say, and every byte of every file. */
export function comparePacks(one, other, except) {
  const [packs, others] = [one, other].map(readPacks);
  const differences = [];
  if (packs.size !== others.size) differences.push(`${packs.size} contracts, and ${others.size}`);
  let files = 0;
  for (const [contract, pack] of packs) {
    if (contract === except) continue;
    const twin = others.get(contract);
    if (JSON.stringify(pack) !== JSON.stringify(twin)) differences.push(`${contract} is told otherwise`);
    for (const { path } of pack.files) {
      files++;
      if (!readFileSync(join(one, path)).equals(readFileSync(join(other, path))))
        differences.push(`${path} differs`);
    }
  }
  return { files, differences };
}

/** The objects below a folder, whose names are their digests: how many, and those that are not what their names say. */
export function proveObjects(folder) {
  const objects = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) =>
    entry.isFile(),
  );
  const torn = objects.filter(({ parentPath, name }) => {
    const digest = createHash('sha256')
      .update(readFileSync(join(parentPath, name)))
      .digest('hex');
    return digest !== name;
  });
  return { count: objects.length, torn: torn.map(({ name }) => name) };
}
