import type { ComparedActivity, ComparedSection, ProductDiff } from './product-diff.ts';

type Changes = Omit<ProductDiff, 'product' | 'state' | 'old' | 'now'>;

/** Whether two editions say anything differently; what could not be read is not known to. */
export function hasChanges(changes: Changes): boolean {
  const { activities, sections, parties, codes, frame, texts, languages } = changes;
  return (
    activities.some(isChanged) ||
    sections.some(isSectionChanged) ||
    parties.some((party) => !party.old || !party.now || party.isRenamed) ||
    codes.some((code) => !code.old || !code.now || code.isRedefined) ||
    [frame, texts, languages.added, languages.removed].some(({ length }) => length > 0)
  );
}

/** Whether an activity was added or removed, or anything of it changed, its clause among it. */
export function isChanged(activity: ComparedActivity): boolean {
  return isRenumbered(activity) || isAltered(activity);
}

/** Whether anything of an activity changed but its clause. */
export function isAltered(activity: ComparedActivity): boolean {
  const { old, now, duties, wording, note, isRelocated, extras } = activity;
  return (
    old === undefined ||
    now === undefined ||
    duties.length > 0 ||
    wording !== undefined ||
    note !== undefined ||
    isRelocated ||
    extras.length > 0
  );
}

/** Whether an activity is cited by another clause. */
export function isRenumbered({ old, now }: ComparedActivity): boolean {
  return old !== undefined && now !== undefined && old.clause !== now.clause;
}

/** Whether a section was added, removed, renumbered or called otherwise. */
export function isSectionChanged({ old, now, title }: ComparedSection): boolean {
  return !old || !now || old.number !== now.number || title !== undefined;
}
