import type { Edition, EditionActivity } from '../edition/edition.ts';

/** Matrices and random changes of them, for tests. A row is one object for as long as it is the same activity. */
export type Draft = { readonly sections: { title: string; readonly rows: DraftRow[] }[] };
export type DraftRow = { text: string; codes: Record<string, string[]>; readonly id: string };

/** What a script did, by the ids of rows. */
export type Script = {
  readonly moved: Set<string>;
  readonly added: Set<string>;
  readonly removed: Set<string>;
  readonly reworded: Set<string>;
  readonly relocated: Set<string>;
};

export type Random = (below: number) => number;

/** Numbers that look random and are the same in every run. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const verbs =
  'Back up|Restore|Monitor|Configure|Update|Order|Delete|Manage|Document|Test|Secure|Migrate'.split('|');
const things =
  'mailboxes|accounts|the platform|the network|log files|certificates|access rights|virtual machines|the control panel|storage media|licences|incident reports|the firewall|domain names|user passwords|data of the customer|export files'.split(
    '|',
  );
const ends =
  'every day|before the end of the contract|on request|according to the security policy|in all regions|after an incident|with the tools provided|within the service|for each new user|outside working hours|as documented|during a migration'.split(
    '|',
  );
const words =
  'automatically fully quarterly encrypted shared external planned critical yearly remote approved spare'.split(
    ' ',
  );

/** A text as matrices have them: 3 to 12 words, of which other texts hold some. */
export function writeText(random: Random): string {
  const of = (list: readonly string[]) => list[random(list.length)]!;
  const extra = random(3) === 0 ? ` and ${of(verbs).toLowerCase()} ${of(things)}` : '';
  return `${of(verbs)} ${of(things)}${extra}${random(4) === 0 ? '' : ` ${of(ends)}`}`;
}

const cells = ['RA', 'R', 'A', 'C', 'I', 'CI', ''];

function writeCodes(random: Random): Record<string, string[]> {
  const cell = () => [...cells[random(cells.length)]!];
  return { customer: cell(), provider: cell() };
}

/** A matrix of some sections; now and then a text stands in two of them, with other codes. */
export function draftMatrix(random: Random): Draft {
  const texts = new Set<string>();
  const sections = Array.from({ length: 2 + random(5) }, (_, i) => ({
    title: `Part ${i + 1} of the service`,
    rows: [] as DraftRow[],
  }));
  let number = 0;
  for (const { rows } of sections) {
    for (let count = 2 + random(9); count > 0; count--) rows.push(addRow(random, texts, `row-${number++}`));
  }
  const [first, last] = [sections[0]!, sections.at(-1)!];
  last.rows.push({ ...addRow(random, texts, `row-${number}`), text: first.rows[0]!.text });
  return { sections };
}

function addRow(random: Random, texts: Set<string>, id: string): DraftRow {
  let text = writeText(random);
  while (texts.has(text)) text = writeText(random);
  texts.add(text);
  return { id, text, codes: writeCodes(random) };
}

/** Changes a copy of a matrix at random, and says what it did. */
export function editMatrix({ sections: before }: Draft, random: Random): { draft: Draft; script: Script } {
  const draft = structuredClone({ sections: before });
  const texts = new Set(draft.sections.flatMap(({ rows }) => rows.map(({ text }) => text)));
  const script: Script = {
    moved: new Set(),
    added: new Set(),
    removed: new Set(),
    reworded: new Set(),
    relocated: new Set(),
  };
  const touched = new Set<string>();
  const section = () => draft.sections[random(draft.sections.length)]!;
  /** A row that nothing else happened to, so that the script says all that happened to it. */
  const pick = (): { rows: DraftRow[]; at: number; row: DraftRow } | undefined => {
    const { rows } = section();
    const at = random(rows.length);
    const row = rows[at];
    return row === undefined || touched.has(row.id) ? undefined : { rows, at, row };
  };
  const steps: Record<string, () => void> = {
    add() {
      const row = addRow(random, texts, `new-${script.added.size}`);
      const { rows } = section();
      rows.splice(random(rows.length + 1), 0, row);
      touched.add(row.id);
      script.added.add(row.id);
    },
    remove() {
      const picked = pick();
      if (picked === undefined || picked.rows.length < 2) return;
      picked.rows.splice(picked.at, 1);
      script.removed.add(picked.row.id);
    },
    move() {
      const picked = pick();
      if (picked === undefined) return;
      const codes = writeCodes(random);
      if (JSON.stringify(codes) === JSON.stringify(picked.row.codes)) return;
      picked.row.codes = codes;
      touched.add(picked.row.id);
      script.moved.add(picked.row.id);
    },
    reword() {
      const picked = pick();
      if (picked === undefined) return;
      picked.row.text = rewordText(picked.row.text, random);
      touched.add(picked.row.id);
      script.reworded.add(picked.row.id);
    },
    swap() {
      const { rows } = section();
      const [a, b] = [random(rows.length), random(rows.length)];
      [rows[a], rows[b]] = [rows[b]!, rows[a]!];
    },
    relocate() {
      const picked = pick();
      const target = section();
      if (picked === undefined || picked.rows === target.rows || picked.rows.length < 2) return;
      if (target.rows.some(({ text }) => text === picked.row.text)) return;
      picked.rows.splice(picked.at, 1);
      target.rows.splice(random(target.rows.length + 1), 0, picked.row);
      touched.add(picked.row.id);
      script.relocated.add(picked.row.id);
    },
    retitle() {
      section().title += ', as agreed';
    },
  };
  const names = Object.keys(steps);
  for (let count = 1 + random(12); count > 0; count--) steps[names[random(names.length)]!]!();
  return { draft, script };
}

/** One or two words put in, left out or replaced, sometimes in another order. */
function rewordText(text: string, random: Random): string {
  const list = text.split(' ');
  const word = () => words[random(words.length)]!;
  for (let count = 1 + random(2); count > 0; count--) {
    const at = 1 + random(list.length);
    const kind = random(3);
    if (kind === 0 || list.length < 4) list.splice(at, 0, word());
    else if (kind === 1) list.splice(at, 1);
    else list[Math.min(at, list.length - 1)] = word();
  }
  const reworded = list.join(' ');
  return reworded === text ? `${text} ${word()}` : reworded;
}

/** A matrix as an edition; without `hasIds` every id is made up anew, as for a published page. */
export function editionOfDraft({ sections }: Draft, made = ''): Edition {
  const say = (text: string) => ({ en: { text, status: 'original' as const } });
  const code = (sign: string, role: string) => ({ sign, role, name: say(role), meaning: say(`is ${role}`) });
  return {
    format: 1,
    about: '',
    program: { name: '', version: '' },
    digest: '',
    draft: false,
    product: 'mail',
    name: say('Mail'),
    edition: '1',
    date: '2026-03-01',
    reference: 'M',
    language: 'en',
    languages: ['en'],
    parties: [
      { id: 'customer', name: say('Customer') },
      { id: 'provider', name: say('Provider') },
    ],
    codeSet: 'RACI',
    codes: [
      code('R', 'responsible'),
      code('A', 'accountable'),
      code('C', 'consulted'),
      code('I', 'informed'),
    ],
    sections: sections.map(({ title }, i) => ({
      key: `${made}part-${i}`,
      number: `${i + 1}`,
      title: say(title),
    })),
    activities: sections.flatMap(({ rows }, i) =>
      rows.map(
        ({ id, text, codes }, j): EditionActivity => ({
          id: `${made}${id}`,
          clause: `${i + 1}.${j + 1}`,
          section: `${made}part-${i}`,
          activity: say(text),
          codes,
        }),
      ),
    ),
    notes: [],
    links: [],
    words: {},
  };
}
