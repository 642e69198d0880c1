import { describe, expect, it } from 'vitest';
import type { Edition } from '../edition/edition.ts';
import { compareEditions, introduceEdition, withdrawEdition } from './compare.ts';
import type { CompareOptions } from './comparison.ts';
import { type Draft, type DraftRow, draftMatrix, editionOfDraft, editMatrix, randomFrom } from './fixture.ts';
import { reportDiff } from './report.ts';

/** Rows as `id: text | customer | provider`, sections by their titles. */
type Sketch = Readonly<Record<string, readonly string[]>>;

function draftOf(sketch: Sketch): Draft {
  return {
    sections: Object.entries(sketch).map(([title, rows]) => ({ title, rows: rows.map(readRow) })),
  };
}

function readRow(line: string): DraftRow {
  const [, id, text, customer, provider] = /^([^:]+): ([^|]*?) *\| *(\w*) *\| *(\w*)$/u.exec(line)!;
  return { id: id!, text: text!, codes: { customer: [...customer!], provider: [...provider!] } };
}

const edition = (sketch: Sketch, change: Partial<Edition> = {}): Edition => ({
  ...editionOfDraft(draftOf(sketch)),
  ...change,
});

function report(old: Sketch | Edition, now: Sketch | Edition, options?: CompareOptions) {
  const asEdition = (either: Sketch | Edition) =>
    'format' in either ? (either as Edition) : edition(either as Sketch);
  return reportDiff(compareEditions(asEdition(old), asEdition(now), options));
}

/** The lists of a report that say something. */
function changes(old: Sketch | Edition, now: Sketch | Edition, options?: CompareOptions) {
  const { moved, added, removed, reworded, renumbered, relocated, rekeyed } = report(old, now, options);
  const lists = { added, removed, rekeyed, relocated, renumbered };
  return Object.fromEntries(
    Object.entries({
      moved: moved.map(({ id }) => id),
      ...lists,
      reworded: reworded.map(({ id }) => id),
    }).filter(([, list]) => list.length > 0),
  );
}

const use = [
  'backup: Back up the mailboxes every day | I | RA',
  'restore: Restore a mailbox on request | RA | CI',
  'access: Manage access rights | RA | I',
];

describe('a duty', () => {
  it('moves where a party gained or lost a code, and is told by party', () => {
    const now = { Use: [use[0]!.replace('| I | RA', '| RA | I'), ...use.slice(1)] };
    expect(report({ Use: use }, now).moved).toEqual([
      {
        id: 'backup',
        from: { customer: ['I'], provider: ['R', 'A'] },
        to: { customer: ['R', 'A'], provider: ['I'] },
        gained: { customer: ['R', 'A'], provider: ['I'] },
        lost: { customer: ['I'], provider: ['R', 'A'] },
      },
    ]);
  });

  it('does not move when its row is swapped with another, by id or by text', () => {
    const [backup, restore, access] = use as [string, string, string];
    const swapped = { Use: [restore, backup, access] };
    for (const hasIds of [true, false]) {
      const { moved, added, removed, renumbered } = report({ Use: use }, swapped, { hasIds });
      expect([moved, added, removed]).toEqual([[], [], []]);
      expect(renumbered).toEqual([
        { id: 'restore', from: '1.2', to: '1.1' },
        { id: 'backup', from: '1.1', to: '1.2' },
      ]);
    }
  });

  it('follows its text where the texts and codes of two rows changed places under their ids', () => {
    const crossed = {
      Use: [
        'backup: Restore a mailbox on request | RA | CI',
        'restore: Back up the mailboxes every day | I | RA',
        use[2]!,
      ],
    };
    expect(changes({ Use: use }, crossed)).toEqual({
      rekeyed: [
        { from: 'restore', to: 'backup' },
        { from: 'backup', to: 'restore' },
      ],
      renumbered: [
        { id: 'backup', from: '1.2', to: '1.1' },
        { id: 'restore', from: '1.1', to: '1.2' },
      ],
    });
  });

  it('is not confused with that of the same text in another section', () => {
    const old = { Mail: ['a: Test the restore | RA | I'], Web: ['b: Test the restore | I | RA', use[0]!] };
    const moved = {
      Web: ['x: Test the restore | C | RA', use[0]!],
      Mail: ['y: Test the restore | RA | I'],
    };
    expect(changes(old, moved, { hasIds: false })).toMatchObject({ moved: ['x'] });
    expect(changes(old, { Web: old.Web }, { hasIds: false })).toMatchObject({ removed: ['a'] });
    expect(changes(old, { Web: old.Web }, { hasIds: false })).not.toHaveProperty('moved');
  });

  it('is not known to have moved where codes could not be read', () => {
    const now = { Use: [use[0]!.replace('| RA', '|'), ...use.slice(1)] };
    const unread = { old: new Set<string>(), now: new Set(['backup']) };
    expect(report({ Use: use }, now, { unread })).toMatchObject({ moved: [], unread: ['backup'] });
  });

  it('stays where a code has another sign', () => {
    const now = edition({ Use: use.map((row) => row.replaceAll('A', 'P')) });
    const renamed = {
      ...now,
      codes: now.codes.map((code) => (code.sign === 'A' ? { ...code, sign: 'P' } : code)),
    };
    const old = { Use: use.map((row) => row.replace('Manage', 'manage')) };
    expect(report(old, renamed)).toMatchObject({ moved: [], codes: { redefined: [{ sign: 'P' }] } });
  });

  it('is lost with a party that leaves, and is not by one that joins without a role', () => {
    const two = edition({ Use: use });
    const one = { ...two, parties: two.parties.slice(0, 1) };
    const without = {
      ...one,
      activities: two.activities.map((activity) => ({
        ...activity,
        codes: { customer: activity.codes.customer! },
      })),
    };
    const party = { id: 'auditor', name: { en: { text: 'Auditor', status: 'original' as const } } };
    const joined = { ...two, parties: [...two.parties, party] };
    expect(report(two, without).moved[0]).toMatchObject({ id: 'backup', lost: { provider: ['R', 'A'] } });
    expect(report(two, joined)).toMatchObject({
      state: 'changed',
      moved: [],
      parties: { added: ['auditor'] },
    });
  });
});

describe('a row', () => {
  it('that joins or leaves renumbers those behind it', () => {
    const now = { Use: ['fresh: Order spare discs | RA |', use[1]!, use[2]!] };
    expect(changes({ Use: use }, now)).toEqual({ added: ['fresh'], removed: ['backup'] });
    expect(changes({ Use: use }, { Use: use.slice(1) })).toMatchObject({
      removed: ['backup'],
      renumbered: [
        { id: 'restore', from: '1.2', to: '1.1' },
        { id: 'access', from: '1.3', to: '1.2' },
      ],
    });
  });

  it('is the same one under its id however it is reworded, and word by word', () => {
    const now = { Use: ['backup: Make copies of all mail, nightly | I | RA', ...use.slice(1)] };
    const { reworded, moved } = report({ Use: use }, now);
    expect([reworded.length, moved]).toEqual([1, []]);
    const slightly = { Use: [use[0]!.replace('every day', 'every night'), ...use.slice(1)] };
    expect(report({ Use: use }, slightly).reworded[0]!.words).toEqual([
      { kind: 'same', text: 'Back up the mailboxes every ' },
      { kind: 'removed', text: 'day' },
      { kind: 'added', text: 'night' },
    ]);
  });

  it('that got another id is the same one where it says the same in the same section', () => {
    const now = { Use: [use[0]!.replace('backup', 'mail-backup'), ...use.slice(1)] };
    expect(changes({ Use: use }, now)).toEqual({ rekeyed: [{ from: 'backup', to: 'mail-backup' }] });
  });

  it('that replaced another is not taken for it where ids say so', () => {
    const now = { Use: ['fresh: Back up the mailboxes every week | I | RA', ...use.slice(1)] };
    expect(changes({ Use: use }, now)).toEqual({ added: ['fresh'], removed: ['backup'] });
  });

  it('is known without an id by section and text, and when it moved to another section', () => {
    const old = { Use: use, Leave: ['export: Export the data | RA | C'] };
    const now = { Use: use.slice(1), Leave: ['z: Export the data | RA | C', use[0]!] };
    expect(changes(old, now, { hasIds: false })).toMatchObject({
      relocated: [{ id: 'backup', from: 'part-0', to: 'part-1' }],
    });
  });

  it('without an id in a matrix of ours is known by what it says, as on a page', () => {
    const without = (sketch: Sketch, id: string): Edition => {
      const whole = edition(sketch);
      const strip = (activity: Edition['activities'][number]) =>
        id === '' || activity.id === id ? { ...activity, id: '' } : activity;
      return { ...whole, activities: whole.activities.map(strip) };
    };
    const now = {
      Use: [
        use[2]!,
        use[0]!.replace('every day', 'every night').replace('I | RA', 'RA | I'),
        'new: Order discs | RA |',
      ],
    };
    for (const id of ['', 'backup']) {
      const { moved, added, removed, reworded } = report(without({ Use: use }, id), without(now, id));
      expect([moved, reworded].map((list) => list.map((one) => one.id))).toEqual([['1.2'], ['1.2']]);
      expect([added, removed]).toEqual(id === '' ? [['1.3'], ['old 1.2']] : [['new'], ['restore']]);
    }
  });

  it('of two with one id is known by its text', () => {
    const twice = { Use: [use[0]!, use[1]!.replace('restore', 'backup'), use[2]!] };
    expect(changes(twice, { Use: [use[0]!, twice.Use[2]!] })).toMatchObject({ removed: ['1.2'] });
  });

  it('that was split is told with its parts, beside what was added', () => {
    const old = { Use: ['both: Back up the mailboxes and restore the calendars | RA | I', use[2]!] };
    const now = {
      Use: ['both: Back up the mailboxes | RA | I', 'two: Restore the calendars | RA | I', use[2]!],
    };
    expect(report(old, now)).toMatchObject({
      added: ['two'],
      split: [{ id: 'both', into: ['both', 'two'] }],
    });
    expect(report(now, old)).toMatchObject({
      removed: ['two'],
      merged: [{ ids: ['both', 'two'], into: 'both' }],
    });
    expect(
      report({ Use: use }, { Use: [...use, 'more: Restore all mailboxes on request | RA |'] }).split,
    ).toEqual([]);
  });
});

describe('around the activities', () => {
  it('sections are known by key, by title, and by what stands in them', () => {
    const now = { 'Using it': use, More: ['new: Order spare discs | RA |'] };
    const renamed = report({ Use: use }, now, { hasIds: false });
    expect(renamed.sections).toMatchObject({ added: ['part-1'], removed: [], retitled: [{ key: 'part-0' }] });
    expect(renamed).toMatchObject({ relocated: [], added: ['new'], removed: [] });
  });

  it('parties of a page are known by what they do, where its brand stands for the provider', () => {
    const page = edition({ Use: use });
    const branded = {
      ...page,
      parties: [
        { id: 'acme', name: { en: { text: 'Acme', status: 'original' as const } } },
        page.parties[0]!,
      ],
      activities: page.activities.map((activity) => ({
        ...activity,
        codes: { acme: activity.codes.provider!, customer: activity.codes.customer! },
      })),
    };
    expect(report(branded, { Use: use }, { hasIds: false })).toMatchObject({
      moved: [],
      parties: { added: [], removed: [], renamed: [{ id: 'provider', from: 'Acme', to: 'Provider' }] },
    });
  });

  it('typography of a page is not a rewording, and is one in a matrix', () => {
    const quoted = { Use: ['a: Read the provider’s “terms” | RA |'] };
    const plain = { Use: ['a: Read the provider\'s "terms" | RA |'] };
    expect(changes(quoted, plain, { hasIds: false })).toEqual({});
    expect(changes(quoted, plain)).toEqual({ reworded: ['a'] });
  });

  it('notes, links, summary and the words that bind are told where they read otherwise', () => {
    const say = (text: string) => ({ en: { text, status: 'original' as const } });
    const old = edition({ Use: use }, { notes: [say('Times are UTC.'), say('Prices are net.')] });
    const now = { ...old, summary: say('Who does what.'), notes: [say('Times are CET.')], annex: '2' };
    expect(report(old, now).around.map(({ what, from, to }) => [what, from, to])).toEqual([
      ['summary', '', 'Who does what.'],
      ['annex', '', '2'],
      ['note', 'Times are UTC.', 'Times are CET.'],
      ['note', 'Prices are net.', ''],
    ]);
  });

  it('a product that joined has all its activities added, and one that left removed', () => {
    const ids = ['backup', 'restore', 'access'];
    expect(reportDiff(introduceEdition(edition({ Use: use })))).toMatchObject({
      state: 'added',
      added: ids,
      old: null,
    });
    expect(reportDiff(withdrawEdition(edition({ Use: use })))).toMatchObject({
      state: 'removed',
      removed: ids,
    });
  });
});

describe('translations', () => {
  const inTwo = (en: string, fr: string | undefined): Edition => {
    const base = edition({ Use: ['backup: x | I | RA'] });
    const text = (one: string) => ({ text: one, status: 'reviewed' as const });
    const activity = { en: text(en), ...(fr !== undefined && { fr: text(fr) }) };
    return { ...base, languages: ['en', 'fr'], activities: [{ ...base.activities[0]!, activity }] };
  };
  const kinds = (old: Edition, now: Edition) => report(old, now).texts.map(({ kind }) => kind);

  it.each([
    ['alone', 'Back up', 'Sauver'],
    ['along', 'Back up all', 'Tout sauver'],
    ['behind', 'Back up all', 'Sauvegarder'],
    ['removed', 'Back up', undefined],
  ])('that read %s are told', (kind, en, fr) => {
    expect(kinds(inTwo('Back up', 'Sauvegarder'), inTwo(en, fr))).toEqual([kind]);
  });

  it('that say the same are not', () => {
    expect(report(inTwo('Back up', 'Sauver'), inTwo('Back up', 'Sauver'))).toMatchObject({ state: 'same' });
  });

  it('are what is compared where both editions prevail in other languages', () => {
    const french = { ...inTwo('Back up', 'Sauver'), language: 'fr', languages: ['fr'] };
    expect(report(inTwo('Back up', 'Sauvegarder'), french)).toMatchObject({
      language: 'fr',
      reworded: [{ from: 'Sauvegarder', to: 'Sauver' }],
    });
  });
});

describe('a thousand random edit scripts', () => {
  const sorted = (ids: Iterable<string>) => [...ids].map((id) => id.replace(/^(?:old|now)-/u, '')).sort();

  /** How often a script was told exactly, and how many of its rewordings were. */
  function measure(hasIds: boolean) {
    const random = randomFrom(20260301);
    const counts = { exact: 0, rewordings: 0, told: 0 };
    for (let n = 0; n < 1000; n++) {
      const old = draftMatrix(random);
      const { draft, script } = editMatrix(old, random);
      const [was, is] = hasIds ? ['', ''] : ['old-', 'now-'];
      const found = report(editionOfDraft(old, was), editionOfDraft(draft, is), { hasIds });
      const told = {
        moved: sorted(found.moved.map(({ id }) => id)),
        added: sorted(found.added),
        removed: sorted(found.removed),
        relocated: sorted(found.relocated.map(({ id }) => id)),
      };
      const done = Object.fromEntries(
        Object.keys(told).map((kind) => [kind, sorted(script[kind as keyof typeof told])]),
      );
      const reworded = new Set(sorted(found.reworded.map(({ id }) => id)));
      if (JSON.stringify(told) === JSON.stringify(done)) counts.exact++;
      counts.rewordings += script.reworded.size;
      counts.told += [...script.reworded].filter((id) => reworded.has(id)).length;
    }
    return counts;
  }

  it('are told exactly by ids, rewordings among it', () => {
    const { exact, rewordings, told } = measure(true);
    expect(exact).toBe(1000);
    expect(told).toBe(rewordings);
  });

  it('are told by section and text where there are no ids: 98 of 100 rewordings, 98 of 100 scripts exactly', () => {
    const { exact, rewordings, told } = measure(false);
    expect(told / rewordings).toBeGreaterThan(0.98);
    expect(exact).toBeGreaterThan(980);
  });
});
