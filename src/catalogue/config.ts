import type { FilePlace, TextPlace } from '../diagnostics/place.ts';
import { type AnnexYaml, annexSchema } from '../workspace/schemas/annex.ts';
import type { Reader } from './reader.ts';

/** annex.yaml with its defaults filled in; a workspace without the file is all defaults. */
export type WorkspaceConfig = AnnexYaml & {
  /** Where a key was written, for findings about its value. */
  readonly placeOf: (path: readonly (string | number)[]) => TextPlace | FilePlace;
};

export const configFile = 'annex.yaml';

/** Reads annex.yaml; undefined where it is faulty, for then nothing can be trusted. */
export function readConfig(reader: Reader): WorkspaceConfig | undefined {
  if (reader.workspace.read(configFile) === undefined) {
    return { ...annexSchema.parse({ format: 1 }), placeOf: () => ({ file: configFile }) };
  }
  const file = reader.yaml(configFile, annexSchema, {});
  return file && { ...file.value, placeOf: (path) => file.placeOf(path) };
}
