import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** The pages of a corpus that have a truth, in the order of their paths. */
export function readCorpus(folder) {
  const languages = readLanguages(folder);
  return listFiles(join(folder, 'pages')).flatMap((path) => {
    const truth = join(folder, 'truth', path.replace(/\.[^./]+$/, '.csv'));
    if (!existsSync(truth)) return [];
    return [
      {
        path,
        language: languages.get(path) ?? languageIn(path),
        isShape: path.startsWith('shapes/'),
        truth: readTruth(truth),
      },
    ];
  });
}

/** The rows that a page holds; what is no activity is listed too, and expected of nobody. */
function readTruth(file) {
  return readCsv(file).map((row) => {
    const names = (row.party_names ?? '').split(' ; ').filter((name) => name !== '');
    return {
      section: row.section_path ?? '',
      activity: row.activity ?? '',
      kind: row.table_kind ?? 'raci',
      isRow: (row.is_row ?? 'yes') !== 'no',
      cells: names.map((_, index) => row[`party${index + 1}`] ?? ''),
    };
  });
}

function readLanguages(folder) {
  const manifest = join(folder, 'MANIFEST.csv');
  if (!existsSync(manifest)) return new Map();
  return new Map(readCsv(manifest).map(({ file, lang }) => [file, plainTag(lang)]));
}

function languageIn(path) {
  return plainTag(/(?:^|[./_])([a-z]{2}(?:-[a-z]{2})?)(?:@[^/]*)?\.[a-z]+$/.exec(path)?.[1] ?? 'en');
}

function plainTag(tag) {
  return /^[a-z]{2}(?:-[a-z]{2})?$/i.test(tag ?? '') ? tag.slice(0, 2).toLowerCase() : 'en';
}

function readCsv(file) {
  return parse(readFileSync(file), { columns: true, relax_column_count: true, bom: true });
}

function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
