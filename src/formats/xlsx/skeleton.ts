import { type Bones, type WrittenBones, writeBones } from './exceljs.ts';
import { type ConditionLook, toConditionStyle, toStyle, type UsedStyle } from './style.ts';
import { type PackedPart, pack } from './zip.ts';

/** What many workbooks have in common: all that hangs on how they look, and nothing that hangs on what they say. */
export type Shape = Pick<Bones, 'sheets' | 'tables' | 'font'> & {
  readonly styles: readonly UsedStyle[];
  readonly conditions: readonly ConditionLook[];
};

/** The parts of a workbook that follow from its shape, ready for its archive. */
export type Skeleton = Omit<WrittenBones, 'parts'> & { readonly parts: ReadonlyMap<string, PackedPart> };

/** Skeletons by the whole of their shape, so that none can carry anything from one workbook into another. */
const kept = new Map<string, Promise<Skeleton>>();

/** A few brands, each with a few kinds of notices and counts of columns; about 20 kB each. */
const MOST_KEPT = 64;

/** The skeleton of a shape, which is made by exceljs once. */
export function skeletonOf(shape: Shape): Promise<Skeleton> {
  const key = JSON.stringify(shape);
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const made = makeSkeleton(shape);
  kept.set(key, made);
  return made;
}

async function makeSkeleton({ styles, conditions, ...shape }: Shape): Promise<Skeleton> {
  const { parts, ...numbers } = await writeBones({
    ...shape,
    styles: styles.map(toStyle),
    conditions: conditions.map(toConditionStyle),
  });
  return { ...numbers, parts: new Map(parts.map((part) => [part.path, pack(part)])) };
}
