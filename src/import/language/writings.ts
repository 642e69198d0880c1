import type { Text } from '../../catalogue/model.ts';
import type { Writing } from '../../translate/rows.ts';
import { surveyUnits } from '../../translate/survey.ts';
import type { Unit } from '../../translate/unit.ts';
import type { OpenedTranslation } from './open.ts';
import type { FoundText } from './texts.ts';

/** What becomes of the texts of a page. */
export type Decided = {
  readonly writings: readonly Writing[];
  /** Texts that are translated otherwise already, and stay as they are. */
  readonly kept: readonly (FoundText & { readonly before: string })[];
};

/**
 * Decides where the texts of a page are written: as phrases, which serve every product, and as exceptions of the
 * product where it says the same thing twice in other words. What nobody has held against its source is `machine`,
 * however long the page has been published. A translation that is there is not changed unless that is accepted.
 */
export function decideTexts(
  opened: OpenedTranslation,
  texts: readonly FoundText[],
  accept: boolean,
): Decided {
  const unitOf = unitsByText(opened);
  const writings = new Map<string, Writing>();
  const kept: (FoundText & { before: string })[] = [];
  for (const found of texts) {
    const unit = unitOf.get(found.text);
    if (unit === undefined) continue;
    const { before, state } = unit;
    const isFresh = before !== undefined && state !== 'stale';
    const earlier = writings.get(unit.ref);
    if ((isFresh && before.text === found.translation) || earlier?.text === found.translation) continue;
    if (isFresh && !accept) kept.push({ ...found, before: before.text });
    else {
      const isShared = earlier !== undefined || (isFresh && servesOthers(unit, opened.product.id));
      const home = isShared ? exceptionOf(unit, found.text, opened.product.id) : unit;
      writings.set(home.ref, { unit: home, text: found.translation, status: 'machine' });
    }
  }
  return { writings: [...writings.values()], kept };
}

function unitsByText({ catalogue, tag, product }: OpenedTranslation): Map<Text, Unit> {
  const units = surveyUnits(catalogue!, tag);
  return new Map(
    units.flatMap((unit) =>
      unit.uses.flatMap((use) => (use.product?.id === product.id ? [[use.text, unit] as const] : [])),
    ),
  );
}

function servesOthers({ uses, product }: Unit, id: string): boolean {
  return product === undefined && uses.some((use) => use.product?.id !== id);
}

/** The same text as a row of the product, which goes before the phrase. */
function exceptionOf(unit: Unit, text: Text, product: string): Unit {
  return { ...unit, product, id: text.id, row: undefined, ref: `${unit.ref} ${product} ${text.id}` };
}
