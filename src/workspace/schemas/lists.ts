import { z } from 'zod';

/** A list in which nothing stands twice, by a key of its items; its items are judged by `item`. */
export function listWithoutRepeats<Item extends z.ZodType>(
  item: Item,
  keyOf: (value: z.output<Item>) => string = String,
  pathToKey: readonly string[] = [],
): z.ZodArray<Item> {
  return z.array(item).superRefine((values, context) => {
    const seen = new Set<string>();
    values.forEach((value, index) => {
      const key = keyOf(value);
      if (seen.has(key.toLowerCase())) {
        context.addIssue({
          code: 'custom',
          path: [index, ...pathToKey],
          message: `\`${key}\` stands in this list twice.`,
        });
      }
      seen.add(key.toLowerCase());
    });
  });
}
