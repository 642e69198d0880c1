import { planRound } from '../../import/round/plan.ts';
import { memoryWorkspace } from '../../workspace/memory.ts';
import type { WritableWorkspace } from '../../workspace/workspace.ts';
import { buildWorkbook, readGrid, withGrid } from './edited-workbook.ts';

/* A workspace in two languages, small enough to be read in a test. */

export const matrixPath = 'data/products/mail/matrix.csv';
export const matrix = `id,section,activity,note,customer,provider
backup,use.daily,Back up the service,,I,RA
restore,use.daily,Restore what was lost (c),Soon,RA,I
watch,use.daily,Watch the alerts,,,RA
accounts,use.access,Open and close accounts,,RA,
rights,use.access,Grant rights,,RA,C
`;
export const french = `id,source,text,status
use,Use,Utiliser,machine
use.daily,Daily work,Quotidien,machine
use.access,Access,Accès,machine
end,End,Fin,machine
,Mail,Courriel,machine
,Back up the service,Sauvegarder le service,machine
,Restore what was lost (c),Restaurer,machine
,Soon,Bientôt,machine
,Watch the alerts,Surveiller les alertes,machine
,Open and close accounts,Gérer les comptes,machine
,Grant rights,Accorder des droits,machine
`;
export const files = {
  'annex.yaml': 'format: 1\nlanguages: [en, fr]\n',
  'data/sections.csv': 'section,title\nuse,Use\nuse.daily,Daily work\nuse.access,Access\nend,End\n',
  'data/translations/fr.csv': french,
  'data/products/mail/product.yaml': "name: Mail\nedition: '1'\nupdated: 2026-03-01\n",
  [matrixPath]: matrix,
};
export const workspace = memoryWorkspace(files);
const books: Record<string, Uint8Array> = {};

/** Builds the workbooks that the tests edit. */
export async function buildWorkbooks(): Promise<void> {
  for (const language of ['en', 'fr']) books[language] = await buildWorkbook(workspace, 'mail', language);
}

type Edit = (grid: string[][]) => void;

export const at = {
  number: 0,
  chapter: 1,
  section: 2,
  text: 3,
  customer: 4,
  provider: 5,
  note: 6,
  id: 7,
} as const;

/** A workbook after an edit of the sheet of its matrix. */
export function edited(edit: Edit, language = 'en'): Uint8Array {
  const grid = readGrid(books[language]!);
  edit(grid);
  return withGrid(books[language]!, grid);
}

/** What becomes of the workspace where a workbook is brought back. */
export function bring(bytes: Uint8Array, { accept = false, into = workspace as WritableWorkspace } = {}) {
  const { value, diagnostics } = planRound(into, { path: 'edited.xlsx', bytes }, { accept });
  const written = (path: string): string => {
    const content = value?.files[path];
    return typeof content === 'string' ? content : new TextDecoder().decode(content);
  };
  return {
    plan: value,
    found: diagnostics.map(({ rule, message }) => `${rule}: ${message}`),
    matrix: written(matrixPath),
    french: written('data/translations/fr.csv'),
    written,
  };
}
