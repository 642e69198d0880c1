import type { LocalizedCode, Standing } from '../../catalogue/localized.ts';
import type { Brand } from '../../catalogue/model.ts';
import type { Subject } from '../../compose/annex/build.ts';
import { areListed } from '../../compose/change/compose.ts';
import type { ChangeView } from '../../compose/change/view.ts';
import { viewStanding } from '../../compose/standing.ts';
import { fillWord } from '../../compose/template/words.ts';
import { NO_ROLE, viewCode } from '../../compose/workbook/view.ts';
import { isRenumbered } from '../changed.ts';
import type { EditionHead, ProductDiff } from '../product-diff.ts';
import { type PartySummary, summarize } from '../summary.ts';
import { isListed, kindsOf, viewSections } from './activities.ts';
import { viewSurroundings } from './surroundings.ts';

/** What a change annex is made with beside the changes themselves. */
export type ChangeSetting = {
  readonly brand: Brand;
  /** The words of its language, by id. */
  readonly words: ReadonlyMap<string, string>;
  /** The words of a language that prevails. */
  readonly wordsOf: (language: string) => ReadonlyMap<string, string>;
  /** Whether a machine translated words of it that nobody reviewed. */
  readonly hasMachineWords: boolean;
};

/** A product of which both editions are there: a change annex tells what became of it. */
export type ChangedProduct = ProductDiff & { readonly old: EditionHead; readonly now: EditionHead };

/** What the change annex of a product is about. */
export function changeSubject({ language, now, codes }: ChangedProduct): Subject {
  const { name, edition, date, reference } = now;
  return {
    language,
    name,
    edition,
    updated: date,
    reference: `${reference}-CH-${edition}-${language}`.toUpperCase(),
    codes: codes.map(
      ({ sign, role, old, now: is }): LocalizedCode => ({
        sign,
        role,
        name: (is ?? old)!.name,
        meaning: (is ?? old)!.meaning,
        filled: role === 'accountable',
        strong: role === 'accountable' || role === 'responsible',
      }),
    ),
  };
}

/** Prepares what the template of a change annex may read. */
export function viewChanges(diff: ChangedProduct, setting: ChangeSetting): ChangeView {
  const { brand, words } = setting;
  const { parties, activities, old, now } = diff;
  const subject = changeSubject(diff);
  const summary = summarize(diff);
  const counted = (part: 'takes' | 'joins' | 'leaves') =>
    summary.parties
      .map((party: PartySummary) => ({ name: party.name, count: party[part] }))
      .filter(({ count }) => count > 0);
  return {
    brand: { name: brand.name, legal: brand.legal, footer: brand.footer },
    id: diff.product,
    language: subject.language,
    product: subject.name,
    earlier: old.edition,
    edition: now.edition,
    updated: now.date,
    reference: subject.reference,
    annex: now.annex,
    parties: parties.map((party) => {
      const { name, short } = (party.now ?? party.old)!;
      return { id: party.id, name, short };
    }),
    isListed: areListed(parties.length, subject, brand),
    hasFilled: subject.codes.some(({ filled }) => filled),
    codes: subject.codes.map(viewCode),
    noRole: NO_ROLE,
    counts: countKinds(diff),
    takes: counted('takes'),
    joins: counted('joins'),
    leaves: counted('leaves'),
    sections: viewSections(diff),
    renumbered: activities
      .filter((activity) => isRenumbered(activity) && !isListed(activity))
      .map((activity) => ({
        before: activity.old!.clause,
        now: activity.now!.clause,
        text: activity.now!.text,
      })),
    around: viewSurroundings(diff, (clause, clauses) =>
      fillWord(words.get('change-parts') ?? '', { clause, clauses }),
    ),
    changeCount: activities.filter(isListed).length,
    ...viewStanding({ draft: now.draft, standing: standingOf(diff, setting) }),
  };
}

/** By kind, those first that every annex of a contract would name; what changed in two ways counts twice. */
function countKinds({ activities }: ProductDiff): ChangeView['counts'] {
  const kinds = activities.flatMap<ChangeView['counts'][number]['kind']>((activity) => [
    ...kindsOf(activity),
    ...(isRenumbered(activity) ? (['kind-renumbered'] as const) : []),
    ...(isListed(activity) || isRenumbered(activity) ? [] : (['kind-unchanged'] as const)),
  ]);
  return order.flatMap((kind) => {
    const count = kinds.filter((one) => one === kind).length;
    return count === 0 ? [] : [{ kind, count }];
  });
}

const order = [
  'kind-moved',
  'kind-added',
  'kind-removed',
  'kind-reworded',
  'kind-note',
  'kind-relocated',
  'kind-column',
  'kind-unread',
  'kind-renumbered',
  'kind-unchanged',
] as const;

/** How far the text can be trusted: as far as that of the weaker of the two editions. */
function standingOf(
  { language, old, now }: ChangedProduct,
  { words, wordsOf, hasMachineWords }: ChangeSetting,
): Standing {
  const { prevailing } = now.trust;
  if (language === prevailing.language) {
    return {
      state: 'original',
      prevailing: undefined,
      machineFrame: hasMachineWords || old.trust.isMachine,
      staleClauses: [],
    };
  }
  const theirs = wordsOf(prevailing.language);
  const isMachine = hasMachineWords || old.trust.isMachine || now.trust.isMachine;
  const { staleClauses } = now.trust;
  return {
    state: staleClauses.length > 0 ? 'stale' : isMachine ? 'machine' : 'reviewed',
    prevailing: {
      language: prevailing.language,
      name:
        words.get(`prevailing.${prevailing.language}`) ?? theirs.get('language-name') ?? prevailing.language,
      title: `${prevailing.name} – ${theirs.get('change-title') ?? ''}`,
    },
    machineFrame: false,
    staleClauses,
  };
}
