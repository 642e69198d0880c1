import { describe, expect, it } from 'vitest';
import { likeness } from './likeness.ts';
import { pairAlike } from './pair.ts';
import { wordChanges } from './word-changes.ts';

describe('the likeness of two texts', () => {
  it('is whole where only case, punctuation, typography or the order of words differ', () => {
    const text = 'Back up the customer’s data, daily';
    for (const other of [
      text,
      'BACK UP THE CUSTOMER’S DATA – DAILY!',
      'Back up the customer\u2019s\u00a0data (daily)',
      'Daily: back up the data, customer’s',
    ]) {
      expect(likeness(text, other)).toBe(1);
    }
  });

  it('is nothing where no word has a part in common, and where there are no words', () => {
    expect(likeness('Order spare discs', 'Wake guests')).toBe(0);
    expect(likeness('', '')).toBe(0);
    expect(likeness('–', 'Back up')).toBe(0);
  });

  it('is high for a rewording and low for another activity of the same trade', () => {
    const text = 'Manage the backups of the platform';
    expect(likeness(text, 'Manage backups of the shared platform')).toBeGreaterThan(0.75);
    expect(likeness(text, 'Managing the backup of platforms')).toBeGreaterThan(0.6);
    expect(likeness(text, 'Monitor the availability of the network')).toBeLessThan(0.45);
  });

  it('is the same from either side', () => {
    const [a, b] = ['Update the operating system', 'Update systems that operate'];
    expect(likeness(a, b)).toBe(likeness(b, a));
  });

  it('reads scripts without blanks', () => {
    expect(likeness('備份所有客戶資料', '備份所有資料')).toBeGreaterThan(0.5);
    expect(likeness('備份所有客戶資料', '監控網路')).toBe(0);
  });
});

describe('pairing two lists', () => {
  const pairsOf = (...args: Parameters<typeof pairAlike>) =>
    pairAlike(...args).map(({ first, second }) => [first, second]);

  it('finds what belongs together in another order, and leaves alone what has no partner', () => {
    const first = ['Back up the data', 'Restore the data', 'Pay the invoices'];
    const second = ['Monitor the network', 'Restore all data', 'Back up all the data'];
    expect(pairsOf(first, second, { least: 0.5 })).toEqual([
      [0, 2],
      [1, 1],
    ]);
  });

  it('pairs equals in their order', () => {
    expect(pairsOf(['Test', 'Test', 'Test'], ['Test', 'Test', 'Test'], { least: 0.5 })).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
  });

  it('leaves apart what would be a guess, where a lead is asked for', () => {
    const first = ['Back up the mail server'];
    const second = ['Back up the web server', 'Back up the wiki server'];
    expect(pairsOf(first, second, { least: 0.5, lead: 0.1 })).toEqual([]);
    expect(pairsOf(first, second, { least: 0.5, lead: 0.1, favour: (_, j) => (j === 1 ? 0.3 : 0) })).toEqual([
      [0, 1],
    ]);
  });

  it('says how far a pair was ahead', () => {
    const [pair] = pairAlike(['Back up'], ['Back up', 'Back up mail'], { least: 0.1 });
    expect(pair).toMatchObject({ second: 0, likeness: 1 });
    expect(pair!.lead).toBeCloseTo(1 - likeness('Back up', 'Back up mail'));
  });
});

describe('changes word by word', () => {
  const show = (old: string, now: string) =>
    wordChanges(old, now)
      .map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `{+${text}+}` })[kind])
      .join('');

  it.each([
    ['Back up daily', 'Back up daily', 'Back up daily'],
    ['', 'Back up', '{+Back up+}'],
    ['', '', ''],
    ['Back up every day', 'Back up every night, encrypted', 'Back up every [-day-]{+night, encrypted+}'],
    ['Restore (RPO 24 h)', 'Restore (RPO 12.5 h)', 'Restore (RPO [-24-]{+12.5+} h)'],
    ['end-user support', 'user support', '[-end-user-]{+user+} support'],
    ['at the end', 'by a start', '[-at the end-]{+by a start+}'],
    ['備份所有資料', '備份客戶資料', '備份[-所有-]{+客戶+}資料'],
    ['one\ntwo', 'one two', 'one[-\n-]{+ +}two'],
  ])('of %j to %j read %j', (old, now, shown) => {
    expect(show(old, now)).toBe(shown);
  });

  it('give both texts back, whatever they are', () => {
    const random = numbers(7);
    const pieces = ['data', ' ', 'backup', ', ', '-', 'é', '👩‍💻', '\n', '備', '12.5', '(', ' '];
    const text = () => Array.from({ length: random() % 12 }, () => pieces[random() % pieces.length]).join('');
    for (let i = 0; i < 2000; i++) {
      const [old, now] = [text(), text()];
      const changes = wordChanges(old, now);
      const without = (kind: string) =>
        changes
          .filter((change) => change.kind !== kind)
          .map((change) => change.text)
          .join('');
      expect([without('added'), without('removed')]).toEqual([old, now]);
    }
  });

  it('of two texts that have nothing in common, however long, is one for the other', () => {
    const old = Array.from({ length: 3000 }, (_, i) => `a${i}`).join(' ');
    const now = Array.from({ length: 3000 }, (_, i) => `b${i}`).join('\n');
    expect(wordChanges(old, now).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});

/** Numbers that look random and are the same in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 8;
  };
}
