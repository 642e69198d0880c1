import { describe, expect, test } from 'vitest';
import { exportTexts } from './export.ts';
import { edited, fileOfText, french, mailFiles, mailWorkspace, textAt } from './fixture.ts';
import { type ImportOptions, importTexts } from './import.ts';

type Files = Parameters<typeof mailWorkspace>[0];

/** A table as a translator sends it back, in French. */
const table = (...rows: string[]) =>
  `id;source;text;status;language;before\n${rows.map((row) => `${row}\n`).join('')}`;

function bring(content: string, options: Partial<ImportOptions> = {}, files: Files = {}) {
  const workspace = mailWorkspace(files);
  const result = importTexts({ workspace, file: fileOfText(content, 'back.csv'), dryRun: false, ...options });
  return { ...result, text: textAt(workspace, french) };
}

const findings = ({ diagnostics }: Pick<ReturnType<typeof bring>, 'diagnostics'>) =>
  diagnostics.map(({ rule, place }) => `${place.file}:${'line' in place ? place.line : ''} ${rule}`);

/** As it is before anybody has translated the accounts. */
const begun = edited(french, (text) => text.replace(/,Open and close accounts.*\n/, ''));

describe('a text that comes back', () => {
  test('is written where it is looked up', () => {
    const { text, counts } = bring(
      table(';Open and close accounts;Gérer les comptes;reviewed;fr;'),
      {},
      begun,
    );
    expect(counts.added).toBe(1);
    expect(text).toBe(`${begun[french]}${',Open and close accounts,Gérer les comptes,reviewed\n'}`);
  });

  test('fills the row that waits for it', () => {
    const waiting = edited(french, (text) => text.replace('Ouvrir et fermer les comptes', ''));
    const { text } = bring(table(';Open and close accounts;Gérer les comptes;machine;fr;'), {}, waiting);
    expect(text).toBe(mailFiles[french]!.replace('Ouvrir et fermer les comptes', 'Gérer les comptes'));
  });

  test('of one product goes into the file of that product', () => {
    const path = 'data/products/web/translations/fr.csv';
    const files = { [path]: 'id,source,text,status\nbackup,Back up the service,Sauvegarder,machine\n' };
    const workspace = mailWorkspace(files);
    const { content } = exportTexts({ workspace, language: 'fr', products: [], all: true, format: 'xliff' });
    const changed = content!.replaceAll(
      '<target>Sauvegarder</target>\n      </',
      '<target>Copier</target>\n      </',
    );
    importTexts({ workspace, file: fileOfText(changed), dryRun: false });
    expect(textAt(workspace, path)).toBe(
      'id,source,text,status\nbackup,Back up the service,Copier,machine\n',
    );
  });

  test('is found by its source alone, where nothing else says what it is', () => {
    const { text } = bring(
      'source,text\nOpen and close accounts,Gérer les comptes\n',
      { language: 'fr' },
      begun,
    );
    expect(text).toContain(',Open and close accounts,Gérer les comptes,machine\n');
  });

  test('without a translation is counted and left', () => {
    const result = bring(table(';Open and close accounts;;machine;fr;'), {}, begun);
    expect(result).toMatchObject({
      counts: { empty: 1, added: 0 },
      remaining: 1,
      files: [],
      diagnostics: [],
    });
  });

  test('unknown to the workspace is named at its line', () => {
    const result = bring(table(';Fly to the moon;Voler;machine;fr;'));
    expect(findings(result)).toEqual(['back.csv:2 translated-unknown']);
    expect(result.text).toBe(mailFiles[french]);
  });

  test('reworded meanwhile is named, and not written over', () => {
    const result = bring(table('use;Use of the service;Emploi;machine;fr;'));
    expect(findings(result)).toEqual(['back.csv:2 translated-source']);
    expect(result.diagnostics[0]!.message).toContain("'Use of the service' is now 'Using the service'");
    expect(result.text).toBe(mailFiles[french]);
  });

  test('translated meanwhile is named, and the workspace keeps its own', () => {
    const result = bring(table('use.access;Access;Entrée;machine;fr;Ancien'));
    expect(findings(result)).toEqual(['back.csv:2 translated-meanwhile']);
    expect(result.text).toBe(mailFiles[french]);
  });

  test('that the translator left alone does not undo what the workspace changed', () => {
    expect(bring(table('use.access;Access;Ancien;machine;fr;Ancien'))).toMatchObject({
      counts: { same: 1 },
      text: mailFiles[french],
    });
  });

  test('is changed where the workspace did not', () => {
    const { texts, text } = bring(table('use.access;Access;Accès au service;machine;fr;Accès'));
    expect(texts).toMatchObject([{ was: 'Accès', text: 'Accès au service', outcome: 'changed' }]);
    expect(text).toContain('use.access,Access,Accès au service,machine');
  });

  test('twice, differently, is taken as it stands first', () => {
    const result = bring(
      table(';Open and close accounts;A;machine;fr;', ';Open and close accounts;B;machine;fr;'),
      {},
      begun,
    );
    expect(findings(result)).toEqual(['back.csv:3 translated-twice']);
    expect(result.text).toContain(',Open and close accounts,A,machine');
  });

  test('never makes a reviewed text a machine text, where it says the same', () => {
    expect(bring(table('use;Using the service;Utilisation du service;machine;fr;')).text).toBe(
      mailFiles[french],
    );
  });
});

describe('the status of what comes back', () => {
  const row = 'use.access;Access;Accès;machine;fr;Accès';

  test('may be said for all of it', () => {
    const { text, counts } = bring(table(row), { status: 'reviewed' });
    expect(counts.confirmed).toBe(1);
    expect(text).toContain('use.access,Access,Accès,reviewed');
  });

  test('that is none is named, and is machine', () => {
    const result = bring(table(';Open and close accounts;Comptes;done;fr;'), {}, begun);
    expect(findings(result)).toEqual(['back.csv:2 translated-status']);
    expect(result.text).toContain(',Comptes,machine');
  });
});

describe('before the first byte is written', () => {
  test('a dry run stops', () => {
    const result = bring(table('use.access;Access;Entrée;machine;fr;Accès'), { dryRun: true });
    expect(result).toMatchObject({ files: [], counts: { changed: 1 }, text: mailFiles[french] });
  });

  test('letters that a file cannot hold stop all of it', () => {
    const encoded = Buffer.from(mailFiles[french]!, 'latin1');
    const result = bring(table('use.access;Access;Dostęp;machine;fr;Accès'), {}, { [french]: encoded });
    expect(findings(result)).toEqual([`${french}:3 csv-encoding`]);
    expect(result.files).toEqual([]);
  });

  test('a file of translations that is no table stops all of it', () => {
    const result = bring(
      table('use.access;Access;Entrée;machine;fr;Accès'),
      {},
      { [french]: 'id,source\nuse,Use\n' },
    );
    expect(findings(result)).toContain(`${french}:1 column-missing`);
    expect(result.files).toEqual([]);
  });

  test('what the rules find in it is known, and is said', () => {
    const result = bring(table(';Open and close accounts;Comptes ☂;machine;fr;'), {}, begun);
    expect(findings(result)).toContain('data/products/mail/matrix.csv:4 glyph-missing');
    expect(result.files).toHaveLength(1);
  });
});

describe('the language of what comes back', () => {
  test('has to be known', () => {
    expect(findings(bring('source,text\nAccess,Accès\n'))).toEqual(['back.csv: translated-language']);
  });

  test('must be the one that is asked for', () => {
    expect(findings(bring(table('use;Using the service;x;machine;fr;'), { language: 'de' }))).toEqual([
      'back.csv: translated-language',
    ]);
  });

  test('may have the region that a tool gave it', () => {
    expect(bring(table('use.access;Access;Entrée;machine;fr-FR;Accès')).language).toBe('fr');
  });
});
