import type { LocalizedActivity, LocalizedProduct } from '../../catalogue/localized.ts';
import type { Random } from './random.ts';

type Damage = (product: LocalizedProduct, random: Random) => LocalizedProduct;

/** Ways to make a document that says something else than its matrix. */
export const matrixDamages: Readonly<Record<string, Damage>> = {
  'swapped codes': (product, random) =>
    changeOne(product, random, ({ cells, ...activity }) => {
      const held = cells.map((cell) => cell.held).toReversed();
      return { ...activity, cells: cells.map((cell, i) => ({ ...cell, held: held[i]! })) };
    }),
  'a code more or less': (product, random) =>
    changeOne(product, random, (activity) => changeCode(activity, product, random)),
  'a dropped row': (product, random) => changeOne(product, random, () => undefined),
  'a doubled row': (product, random) => changeOne(product, random, (activity) => [activity, activity]),
  'a changed word': (product, random) =>
    changeOne(product, random, (activity) => {
      const words = activity.text.split(' ');
      return { ...activity, text: words.with(random.below(words.length), 'not').join(' ') };
    }),
  'a changed letter': (product, random) =>
    changeOne(product, random, (activity) => {
      const at = random.below(activity.text.length);
      const letter = activity.text[at] === 'e' ? 'a' : 'e';
      return { ...activity, text: activity.text.slice(0, at) + letter + activity.text.slice(at + 1) };
    }),
  'another clause': (product, random) =>
    changeOne(product, random, (activity) => ({ ...activity, clause: `${activity.clause}1` })),
  'a row under another section': moveRow,
  'parties exchanged in every head': (product) => {
    const names = product.parties.toReversed();
    return {
      ...product,
      parties: product.parties.map((party, i) => ({
        ...party,
        name: names[i]!.name,
        short: names[i]!.short,
      })),
    };
  },
  'another meaning of a code': (product, random) => {
    const changed = random.of(product.codes);
    return {
      ...product,
      codes: product.codes.map((code) =>
        code === changed ? { ...code, meaning: `${code.meaning} x` } : code,
      ),
    };
  },
  'no notice of a draft': (product) => ({ ...product, draft: false }),
};

type Change = (activity: LocalizedActivity) => LocalizedActivity | readonly LocalizedActivity[] | undefined;

/** Changes one activity, such that it does not stay as it was. */
function changeOne(product: LocalizedProduct, random: Random, change: Change): LocalizedProduct {
  const activities = product.sections.flatMap((section) => section.activities);
  for (;;) {
    const chosen = random.of(activities);
    const changed = change(chosen);
    if (JSON.stringify(changed) !== JSON.stringify(chosen)) return replace(product, chosen, changed);
  }
}

function replace(
  product: LocalizedProduct,
  chosen: LocalizedActivity,
  changed: ReturnType<Change>,
): LocalizedProduct {
  const put = changed === undefined ? [] : [changed].flat();
  return {
    ...product,
    sections: product.sections.map((section) => ({
      ...section,
      activities: section.activities.flatMap((activity) => (activity === chosen ? put : [activity])),
    })),
  };
}

function changeCode(
  activity: LocalizedActivity,
  product: LocalizedProduct,
  random: Random,
): LocalizedActivity {
  const changed = random.of(activity.cells);
  const { sign } = random.of(product.codes);
  const held = changed.held.includes(sign)
    ? changed.held.filter((one) => one !== sign)
    : product.codes.map((code) => code.sign).filter((one) => one === sign || changed.held.includes(one));
  return {
    ...activity,
    cells: activity.cells.map((cell) => (cell === changed ? { ...cell, held } : cell)),
  };
}

function moveRow(product: LocalizedProduct, random: Random): LocalizedProduct {
  const filled = product.sections.filter(({ activities }) => activities.length > 0);
  const from = random.of(filled);
  const to = random.of(filled.filter((section) => section !== from));
  const moved = random.of(from.activities);
  return {
    ...product,
    sections: product.sections.map((section) => {
      if (section === from) {
        return { ...section, activities: section.activities.filter((activity) => activity !== moved) };
      }
      return section === to ? { ...section, activities: [...section.activities, moved] } : section;
    }),
  };
}
