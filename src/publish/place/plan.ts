import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import type { PageFile } from '../manifest.ts';
import type { Delivery } from './delivery.ts';

/** A file of a delivery: where it stands, how many bytes, their SHA-256. */
export type DeliveredFile = PageFile;

/** What stands at a path of a place: its SHA-256, or undefined where there is nothing. */
export type Standing = (file: DeliveredFile) => string | undefined;

/** What has to be written so that a place shows a delivery. */
export type Steps = {
  /** Nothing stands at their paths. */
  readonly add: readonly DeliveredFile[];
  /** Other bytes stand at their paths. */
  readonly replace: readonly DeliveredFile[];
  readonly unchanged: readonly DeliveredFile[];
};

/** All files of a delivery: documents, then the page that names them. */
export function filesOf({ manifest }: Pick<Delivery, 'manifest'>): readonly DeliveredFile[] {
  return [...manifest.artifacts, ...manifest.page];
}

/** Holds a delivery against what stands in a place. */
export function planSteps(files: readonly DeliveredFile[], standing: Standing): Steps {
  const found = files.map((file) => ({ file, sha256: standing(file) }));
  const those = (wanted: (stands: string | undefined, file: DeliveredFile) => boolean) =>
    found.filter(({ file, sha256 }) => wanted(sha256, file)).map(({ file }) => file);
  return {
    add: those((stands) => stands === undefined),
    replace: those((stands, file) => stands !== undefined && stands !== file.sha256),
    unchanged: those((stands, file) => stands === file.sha256),
  };
}

/**
 * What a place must not lose without being asked: a document that it showed as released, whose address stands in
 * contracts, and a file that no delivery put there.
 */
export function refuseSteps({ replace }: Steps, deliveries: readonly Delivery[]): Diagnostic[] {
  const known = new Set(deliveries.flatMap(filesOf).map(({ path }) => path));
  const released = new Set(
    deliveries
      .flatMap(({ manifest }) => manifest.artifacts)
      .filter(({ state }) => state === 'built')
      .map(({ path }) => path),
  );
  return replace.flatMap(({ path: file }) => {
    if (released.has(file)) return [changesReleased(file)];
    return known.has(file) ? [] : [coversForeign(file)];
  });
}

function changesReleased(file: string): Diagnostic {
  return error(
    'publish-released',
    { file },
    'This document was published as released, and other bytes would come to stand at its address.',
    {
      hints: [
        'Where the change is meant (a translation reviewed, a template changed): annex publish --force.',
        'What stands there is kept, and the page knows it as an earlier one.',
      ],
    },
  );
}

/** A file that no delivery put there is in the way of one. */
export function coversForeign(file: string): Diagnostic {
  return error('publish-foreign', { file }, 'A file stands here that annex publish did not write.', {
    hints: ['Move it elsewhere, name another folder, or replace it with annex publish --force.'],
  });
}
