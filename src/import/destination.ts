import { existsSync } from 'node:fs';
import { configFile, readConfig } from '../catalogue/config.ts';
import type { Catalogue } from '../catalogue/model.ts';
import { productsFolder } from '../catalogue/products.ts';
import { Reader } from '../catalogue/reader.ts';
import { type Checked, checked, failed } from '../diagnostics/checked.ts';
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { type Tried, tryChange } from '../scaffold/change.ts';
import { locateDiagnostics } from '../tables/locate-diagnostics.ts';
import { openWorkspace } from '../workspace/disk.ts';
import { memoryWorkspace } from '../workspace/memory.ts';
import type { WritableWorkspace } from '../workspace/workspace.ts';
import type { Joining } from './product/plan.ts';

/** The workspace that pages are brought into, as it is before. */
export type Destination = {
  readonly workspace: WritableWorkspace;
  readonly reader: Reader;
  /** Undefined where the workspace begins with this import. */
  readonly joining: Joining;
  /** The workspace as it is, read. */
  readonly now: Tried;
};

/** Reads a workspace that is about to grow; a folder that is missing or holds none is where one begins. */
export function openDestination(folder: string, language: string): Checked<Destination, LocatedDiagnostic> {
  const workspace = existsSync(folder) ? openWorkspace(folder) : memoryWorkspace({}, folder);
  const reader = new Reader(workspace);
  const isNew =
    workspace.read(configFile) === undefined && workspace.list(productsFolder).folders.length === 0;
  const now = tryChange(workspace, {});
  if (isNew) return checked({ workspace, reader, joining: undefined, now });
  const config = readConfig(reader);
  if (config === undefined || now.value === undefined) {
    const read = () => undefined;
    return failed(...locateDiagnostics(reader.diagnostics, { tables: reader.tables, read }));
  }
  const partyNames = new Map(
    config.parties.flatMap(({ id, name }) => {
      const shown = config.language === language ? name : translatedName(now.value!, language, id, name);
      return shown === undefined ? [] : [[id, shown]];
    }),
  );
  return checked({ workspace, reader, joining: { config, partyNames }, now });
}

function translatedName(
  catalogue: Catalogue,
  language: string,
  id: string,
  name: string,
): string | undefined {
  const memory = catalogue.translations.get(language);
  const row = memory?.byId.get(`party.${id}`) ?? memory?.phrases.get(name);
  return row?.source === name ? row.text : undefined;
}
