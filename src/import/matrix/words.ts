/**
 * Words that tell what a column or a row is, in the languages in which providers publish. They are compared folded:
 * lower case, without accents; `_` stands for a blank. A word that is missing here costs a flag and never an owner.
 */
const lists = {
  /** What the column of activities is called, and no other. */
  activity:
    'activity activities task tasks task/activity activity/task activites activite tache taches actividad actividades tarea tareas attivita compito compiti mansione atividade atividades tarefa tarefas aktivitat aktivitaten tatigkeit tatigkeiten aufgabe aufgaben massnahme czynnosc czynnosci zadanie zadania dzialanie dzialania cinnost cinnosti ukol ukoly activiteit activiteiten taak taken aktivitet aktiviteter uppgift uppgifter oppgave opgave tevekenyseg feladat activitate activitati sarcina gorev faaliyet активность действие задача деятельность активності завдання δραστηριοτητα 活動 作業 任務 活动 任务 アクティビティ タスク 業務 활동 작업',
  /** What it may be called, and another column of the table too. */
  subject:
    'action actions item items process service services control controls requirement requirements responsibility responsibilities resource domain deliverable deliverables function area component category work_item security_domain responsibility_area responsabilite responsabilites responsabilidad responsabilidades responsabilita responsabilidade verantwortung zustandigkeit leistung service_description prestation prestations exigence exigences processus procesos processo processi prozess proces',
  parties:
    'team teams role roles party parties stakeholder stakeholders group actor actors department equipe equipes acteur acteurs equipo equipos squadra ruolo tym tymy zespol zespoly rolle rollen gruppe equipa группа группы команда роль 小組 團隊 团队 チーム 役割 角色',
  remark:
    'comment comments note notes remark remarks description details plan plans scope layer phase reference frequency commentaire commentaires remarque remarques precision precisions kommentar kommentare bemerkung bemerkungen beschreibung uwagi komentarz comentario comentarios observaciones commento commenti osservazioni comentarios observacoes',
  empty: 'n/a na n.a. n.a none nil - – — − ‒ / ― . entfallt sans_objet s/o k.a.',
  mark: 'x v ✓ ✔ ✔️ ✅ ☑ ● • ◉ ⬤ ■ yes oui ja si tak sim',
  unmarked: '❌ ✗ ✘ ☐ no non nein nie nao',
  shared:
    'shared both joint jointly common partage partagee conjoint gemeinsam geteilt beide compartido compartida ambos condiviso condivisa entrambi partilhado compartilhado wspolny wspolne sdilene gedeeld delad 共同 共享 共有',
  customer:
    'customer client you your kunde auftraggeber cliente klient zakaznik klant kund user tenant subscriber 客户 客戶 顧客 клиент заказчик',
} as const;

/** Lower case, accents gone, blanks single. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/ł/gu, 'l')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();
}

const listed = (words: string): ReadonlySet<string> =>
  new Set(words.split(' ').map((word) => fold(word.replaceAll('_', ' '))));
const folded: Readonly<Record<keyof typeof lists, ReadonlySet<string>>> = {
  activity: listed(lists.activity),
  parties: listed(lists.parties),
  remark: listed(lists.remark),
  empty: listed(lists.empty),
  mark: listed(lists.mark),
  unmarked: listed(lists.unmarked),
  shared: listed(lists.shared),
  customer: listed(lists.customer),
  subject: listed(lists.subject),
};

/** Whether a text is, as a whole, one of the words of a list. */
export function isWord(list: keyof typeof lists, text: string): boolean {
  return folded[list].has(
    fold(text)
      .replace(/[:*]+$/u, '')
      .trim(),
  );
}

/** Whether a word of a list stands anywhere in a text. */
export function hasWord(list: keyof typeof lists, text: string): boolean {
  return fold(text)
    .split(/[^\p{L}\p{N}/]+/u)
    .some((word) => folded[list].has(word));
}

/**
 * Signs of RACI and its cousins by the words for them. A line holds one family of words: where a page uses two families
 * for one sign, `Responsable` beside `Réalisateur`, one of them may mean another.
 */
const families = [
  'R responsible responsibility responsable responsabile responsavel responsibles zodpovedny odpowiedzialny',
  'R realise realisateur realisation execute executant ejecutor ejecuta uitvoerend wykonawca durchfuhrung durchfuhrend esecutore executor doer performs',
  'A accountable accountability rechenschaftspflichtig ergebnisverantwortlich redevable rendicontabile imputable',
  'A approbateur approuve approbation aprobador aprueba approvatore approva zatwierdzajacy approver aprovador genehmigt genehmiger',
  'C consulted consulte consultado consultada consultato consultata konsultiert consult konsultowany konzultovany geraadpleegd konsultiran konsulterad',
  'I informed informe informado informada informato informata informiert inform informowany informovany geinformeerd poinformowany informerad',
  'S support supportive supporting supports supported soutien unterstutzend unterstutzt wspierajacy apoyo supporto suporte',
  'V verify verifier verifies verificador',
].map((line) => line.split(' '));

const familyOf: ReadonlyMap<string, number> = new Map(
  families.flatMap(([, ...words], family) => words.map((word) => [word, family])),
);

/** The sign that a column is headed by: a letter, or a full word. */
export function signOfHead(name: string): string | undefined {
  const bare = name.replace(/[*:()]/gu, '').trim();
  return /^[RACISV]$/u.test(bare) ? bare : signOfWord(name);
}

/** The sign that a full word stands for, `Responsible` as `R`; undefined where the word says it to no one beyond doubt. */
export function signOfWord(text: string): string | undefined {
  const family = familyOfWord(text);
  return family === undefined ? undefined : families[family]![0];
}

/** The words that a cell joins: `Responsible / Accountable`, `Consulted and Informed`. */
export function partsOfWords(text: string): string[] {
  return text.split(/\s*[+/,;&\n]\s*|\s+(?:and|et|und|y|e|i|oraz|en)\s+/u).filter((part) => part !== '');
}

/** The signs that the full words of a cell stand for; undefined where one of them is none beyond doubt. */
export function signsOfWords(text: string): string[] | undefined {
  const signs = partsOfWords(text).map(signOfWord);
  return signs.every((sign) => sign !== undefined) ? signs : undefined;
}

/** Whether words say a sign each and no sign is said by two families of them. */
export function areSteady(words: Iterable<string>): boolean {
  const bySign = new Map<string, number>();
  for (const word of words) {
    const family = familyOfWord(word);
    if (family === undefined) continue;
    const sign = families[family]![0]!;
    if ((bySign.get(sign) ?? family) !== family) return false;
    bySign.set(sign, family);
  }
  return true;
}

/** `Responsible`, `R - Responsible`, `Responsible (R)`; none where letter and word say different signs. */
function familyOfWord(text: string): number | undefined {
  const found = /^(?:\(?([rciasv])\)?\s*[-–:]\s*|\(([rciasv])\)\s*)?(.*?)(?:\s*\(([rciasv])\))?$/u.exec(
    fold(text),
  );
  const family = familyOf.get(found?.[3] ?? '');
  const letter = found?.[1] ?? found?.[2] ?? found?.[4];
  if (family === undefined) return undefined;
  return letter === undefined || letter.toUpperCase() === families[family]![0] ? family : undefined;
}
