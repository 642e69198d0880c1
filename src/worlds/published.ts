import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildWorkspace } from '../pipeline.ts';
import { releaseEditions } from '../runs/release-editions.ts';

/*
 * A published workspace to look at: Mail with a superseded edition, Disk with a released one whose French is reviewed, and
 * Câble, a draft that speaks English alone.
 */
const header = 'id,section,activity,customer,provider\n';
const mail = `${header}accounts,use,Open and close accounts,RA,I
backup,use,Back up the mailboxes,RA,I
restore,use,Restore a mailbox,C,RA
`;

const files: Readonly<Record<string, string>> = {
  'annex.yaml': 'format: 1\nlanguages: [en, fr]\nformats: [pdf, xlsx, html]\nbrand: north\n',
  'templates/brands/north/brand.yaml': 'name: North\nlegal: North Ltd\nlogo: logo.svg\n',
  'templates/brands/north/logo.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill="#1D3F66" d="M2 2h6l8 12V2h6v20h-6L8 10v12H2z"/></svg>',
  'data/sections.csv': 'section,title\nuse,Using the service\n',
  'data/translations/fr.csv': `id,source,text,status
,Mail,Courriel,machine
,Mailboxes on a shared platform.,Boîtes aux lettres sur une plateforme partagée.,machine
,Disk,Disque,reviewed
,Using the service,Utilisation du service,reviewed
,Open and close accounts,Ouvrir et fermer les comptes,machine
,Back up the mailboxes,Sauvegarder les boîtes,machine
,Restore a mailbox,Rétablir une boîte,machine
,Restore a mailbox within a day,Rétablir une boîte en un jour,machine
,Filter spam,Filtrer les indésirables,machine
,Format the disk,Formater le disque,reviewed
`,
  'data/products/mail/product.yaml':
    "name: Mail\nedition: '1'\nupdated: 2026-03-01\nreference: ML-RM\nsummary: Mailboxes on a shared platform.\n",
  'data/products/mail/matrix.csv': mail,
  'data/products/disk/product.yaml': "name: Disk\nedition: '2026-05'\nupdated: 2026-05-04\n",
  'data/products/disk/matrix.csv': `${header}format,use,Format the disk,RA,I\n`,
  'data/products/cable/product.yaml': "name: Câble\nedition: '1'\nupdated: 2026-06-02\nlanguages: [en]\n",
  'data/products/cable/matrix.csv': `${header}format,use,Format the disk,RA,I\n`,
};

/** What Mail's second edition says: a duty passed over, a clause is new, one reads otherwise. */
const second: Readonly<Record<string, string>> = {
  'data/products/mail/product.yaml': files['data/products/mail/product.yaml']!.replace(
    "'1'\nupdated: 2026-03-01",
    "'2'\nupdated: 2026-09-01",
  ),
  'data/products/mail/matrix.csv': `${mail
    .replace('Back up the mailboxes,RA,I', 'Back up the mailboxes,I,RA')
    .replace('Restore a mailbox', 'Restore a mailbox within a day')}spam,use,Filter spam,I,RA\n`,
};

/** Writes the workspace and publishes it; gives the output folder. */
export async function publishSample(workspace: string): Promise<string> {
  put(workspace, files);
  releaseEditions({ workspace, products: ['mail', 'disk'], dryRun: false });
  put(workspace, second);
  releaseEditions({ workspace, products: ['mail'], dryRun: false });
  await buildWorkspace({ workspace });
  return join(workspace, 'output');
}

export function put(workspace: string, texts: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), text);
  }
}
