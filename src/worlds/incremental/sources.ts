import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a workspace, by path; what is undefined is not there. */
export type Files = Readonly<Record<string, string | undefined>>;

const program = join(import.meta.dirname, '../../..');
const shipped = (path: string): string => readFileSync(join(program, path), 'utf8');
const fonts = 'package:@expo-google-fonts';

/** A small workspace in which every kind of source is there, and each is used by something and not by all. */
export const sources: Files = {
  'annex.yaml':
    'format: 1\nlanguages: [en, fr, de]\nformats: [pdf, xlsx, html, md]\nbrand: north\ncolumns: [ticket]\n',
  'data/sections.csv': 'section,title\nuse,Using the service\nuse.data,Data\nend,Leaving\n',
  'data/wording.csv': 'id,text\nlegend-none,No role\n',
  'data/glossary.csv': 'language,term,use,avoid\nfr,Back up,Sauvegarder,Épargner\n',
  'data/translations/fr.csv': translated({
    Mail: 'Courriel',
    Files: 'Fichiers',
    'Back up': 'Sauvegarder',
    Restore: 'Rétablir',
    Return: 'Restituer',
    'At night': 'La nuit',
    'No role': 'Aucun rôle',
    'Using the service': 'Utilisation',
    Data: 'Données',
    Leaving: 'Départ',
  }),
  'data/translations/de.csv': translated({
    Mail: 'Post',
    Files: 'Dateien',
    'Back up': 'Sichern',
    Restore: 'Wiederherstellen',
    Return: 'Zurückgeben',
    'At night': 'Nachts',
    'No role': 'Keine Rolle',
    'Using the service': 'Nutzung',
    Data: 'Daten',
    Leaving: 'Ende',
  }),
  'data/products/mail/product.yaml': "name: Mail\nedition: '1'\nupdated: 2026-03-01\n",
  'data/products/mail/matrix.csv':
    'id,section,activity,note,customer,provider,ticket\n' +
    'backup,use.data,Back up,At night,I,RA,T-1\nrestore,use.data,Restore,,RA,I,T-2\n',
  'data/products/files/product.yaml': "name: Files\nedition: '1'\nupdated: 2026-03-01\nbrand: south\n",
  'data/products/files/matrix.csv':
    'id,section,activity,note,customer,provider,ticket\n' +
    'backup,use.data,Back up,,I,RA,T-3\nreturn-data,end,Return,,I,RA,T-4\n',
  'data/products/files/sections.csv': 'section,number,title\nuse,1,\nuse.data,1.1,\nend,2,\n',
  'templates/annex.hbs': shipped('templates/annex.hbs'),
  'templates/workbook.hbs': shipped('templates/workbook.hbs'),
  'templates/partials/legend.hbs': shipped('templates/partials/legend.hbs'),
  'templates/partials/workbook-footer.hbs': shipped('templates/partials/workbook-footer.hbs'),
  'templates/brands/north/brand.yaml': brand('North', '#1D3F66', 'logo: logo.svg\n'),
  'templates/brands/north/logo.svg': logo(10),
  'templates/brands/south/brand.yaml': brand('South', '#663F1D', ''),
};

function translated(texts: Readonly<Record<string, string>>): string {
  const rows = Object.entries(texts).map(([source, text]) => `,${source},${text},reviewed\n`);
  return `id,source,text,status\n${rows.join('')}`;
}

function brand(name: string, accent: string, more: string): string {
  const { heading, body } = {
    heading: `${fonts}/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf`,
    body: `${fonts}/source-sans-3/400Regular/SourceSans3_400Regular.ttf`,
  };
  return `name: ${name}\nlegal: ${name} Ltd\n${more}colour:\n  accent: '${accent}'\nfonts:
  heading: { regular: '${heading}', semibold: '${heading}' }
  body: { regular: '${body}', semibold: '${body}' }\n`;
}

export function logo(width: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><rect width="${width}" height="10" fill="#14202E"/></svg>\n`;
}
