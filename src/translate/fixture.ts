import { memoryWorkspace } from '../workspace/memory.ts';
import type { SourceFile, WritableWorkspace } from '../workspace/workspace.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Two products in English, translated into French, that have a phrase in common. Files replace or join its own. */
export function mailWorkspace(files: Files = {}): WritableWorkspace {
  return memoryWorkspace({ ...mailFiles, ...files });
}

export const french = 'data/translations/fr.csv';

export const mailFiles: Readonly<Record<string, string>> = {
  'annex.yaml': 'format: 1\nlanguages: [en, fr]\n',
  'data/sections.csv': 'section,title\nuse,Using the service\nuse.access,Access\n',
  'data/products/mail/product.yaml': 'name: Mail\nedition: 2026-03\nupdated: 2026-03-01\n',
  'data/products/mail/matrix.csv': `id,section,activity,note,customer,provider
backup,use,Back up the service,Every 24 hours,I,RA
restore,use,Restore what was lost,,RA,I
accounts,use.access,Open and close accounts,,RA,
`,
  'data/products/web/product.yaml': 'name: Web\nedition: 2026-03\nupdated: 2026-03-01\n',
  'data/products/web/matrix.csv': `id,section,activity,note,customer,provider
backup,use,Back up the service,,I,RA
`,
  [french]: `id,source,text,status
use,Using the service,Utilisation du service,reviewed
use.access,Access,Accès,machine
,Mail,Courriel,reviewed
,Web,Web,reviewed
,Back up the service,Sauvegarder le service,reviewed
,Every 24 hours,Toutes les 24 heures,reviewed
,Restore what was lost,Restaurer ce qui a été perdu,machine
,Open and close accounts,Ouvrir et fermer les comptes,machine
`,
};

/** The same workspace with some files otherwise; `edit` gets the text of each. */
export function edited(path: string, edit: (text: string) => string): Files {
  return { [path]: edit(mailFiles[path]!) };
}

export function fileOfText(content: string, path = 'back.xlf'): SourceFile {
  return { path, bytes: new TextEncoder().encode(content) };
}

export function textAt(workspace: WritableWorkspace, path: string): string {
  const file = workspace.read(path);
  return file === undefined ? '' : new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes);
}
