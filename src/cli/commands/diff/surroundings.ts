import type { Paint } from '../../../diagnostics/paint.ts';
import type { ComparedSection, FrameChange, ProductDiff, TextChange } from '../../../diff/product-diff.ts';
import { countOf } from '../../counting.ts';
import { printWords } from './activity.ts';

/** What changed around the activities: sections, parties, codes, notes, and the texts of other languages. */
export function printSurroundings(diff: ProductDiff, paint: Paint): string[] {
  const groups: [title: string, lines: string[]][] = [
    ['Split and merged', printParts(diff)],
    ['Sections', diff.sections.flatMap((section) => printSection(section, paint))],
    ['Parties', printParties(diff)],
    ['Codes', printCodes(diff)],
    ['Around the matrix', diff.frame.map((change) => printFrame(change, paint))],
    ['Other languages', [...printLanguages(diff), ...printTexts(diff, paint)]],
  ];
  return groups.flatMap(([title, lines]) =>
    lines.length === 0 ? [] : ['', `  ${paint.bold(title)}`, ...lines.map((line) => `    ${line}`)],
  );
}

function printParts({ splits, merges, activities }: ProductDiff): string[] {
  const clauseOf = (id: string, when: 'old' | 'now') => {
    const activity = activities.find((one) => one.id === id);
    return (activity?.[when] ?? activity?.now ?? activity?.old)?.clause ?? id;
  };
  const list = (ids: readonly string[], when: 'old' | 'now') =>
    ids.map((id) => clauseOf(id, when)).join(' and ');
  return [
    ...splits.map(
      ({ id, into }) => `What was ${clauseOf(id, 'old')} seems to be split into ${list(into, 'now')}`,
    ),
    ...merges.map(
      ({ ids, into }) => `What was ${list(ids, 'old')} seems to be merged into ${clauseOf(into, 'now')}`,
    ),
  ];
}

function printSection({ old, now, title }: ComparedSection, paint: Paint): string[] {
  if (old === undefined) return [paint.green(`+ ${now!.number} ${now!.title}`)];
  if (now === undefined) return [paint.red(`- ${old.number} ${old.title}`)];
  const number = old.number === now.number ? now.number : `${old.number} -> ${now.number}`;
  if (title !== undefined) return [`~ ${number} ${printWords(title, paint)}`];
  return old.number === now.number ? [] : [`~ ${number} ${now.title}`];
}

function printParties({ parties }: ProductDiff): string[] {
  return parties.flatMap(({ old, now, isRenamed }) => {
    if (old === undefined) return [`${now!.name} joined`];
    if (now === undefined) return [`${old.name} left`];
    return isRenamed ? [`${old.name} is called ${now.name}`] : [];
  });
}

function printCodes({ codes }: ProductDiff): string[] {
  const say = (code: { sign: string; name: string; meaning: string }) =>
    `${code.sign} (${code.name}: ${code.meaning})`;
  return codes.flatMap(({ old, now, isRedefined }) => {
    if (old === undefined) return [`${say(now!)} joined`];
    if (now === undefined) return [`${say(old)} left`];
    return isRedefined ? [`${say(old)} -> ${say(now)}`] : [];
  });
}

const frames: Readonly<Record<FrameChange['what'], string>> = {
  name: 'name',
  summary: 'summary',
  note: 'note',
  link: 'link',
  annex: 'label of the annex',
  title: 'title',
  'no-role': 'meaning of a dash',
  prevailing: 'language that prevails',
};

function printFrame(change: FrameChange, paint: Paint): string {
  return `${frames[change.what]}: ${printWords(change, paint)}`;
}

function printLanguages({ languages: { added, removed } }: ProductDiff): string[] {
  return [...added.map((tag) => `${tag} joined`), ...removed.map((tag) => `${tag} left`)];
}

/** Each language in one line; translations that moved by themselves one by one, for nothing else shows them. */
function printTexts({ texts }: ProductDiff, paint: Paint): string[] {
  const languages = [...new Set(texts.map(({ language }) => language))];
  return languages.flatMap((language) => {
    const own = texts.filter((text) => text.language === language);
    const alone = own.filter(({ kind }) => kind === 'alone');
    return [`${language}: ${countKinds(own)}`, ...alone.map((text) => `  ${printText(text, paint)}`)];
  });
}

function countKinds(texts: readonly TextChange[]): string {
  const said: [TextChange['kind'], string][] = [
    ['source', 'changed, in the language that prevails'],
    ['alone', 'changed while what it translates did not'],
    ['along', 'changed with what it translates'],
    ['behind', 'unchanged while what it translates changed'],
    ['added', 'joined'],
    ['removed', 'left'],
  ];
  return said
    .map(([kind, words]) => [texts.filter((text) => text.kind === kind).length, words] as const)
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${countOf(count, 'text')} ${words}`)
    .join(', ');
}

function printText({ of, from, to }: TextChange, paint: Paint): string {
  return `${of.id}: ${paint.red(`[-${from}-]`)} ${paint.green(`{+${to}+}`)}`;
}
