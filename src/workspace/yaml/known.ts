import type { z } from 'zod';

type Definition = {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
};

/** The keys that a schema knows at a path, for 'did you mean'; empty where it knows none. */
export function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  return [
    ...new Set(schemasAt(schema, path).flatMap((found) => Object.keys(definitionOf(found).shape ?? {}))),
  ];
}

/** What the schema says of the value at a path; undefined where it says nothing. */
export function descriptionAt(schema: z.ZodType, path: readonly PropertyKey[]): string | undefined {
  const parents = schemasAt(schema, path.slice(0, -1));
  const own = parents.map((parent) => definitionOf(parent).shape?.[String(path.at(-1))]);
  return own.find((found) => found !== undefined)?.description;
}

/** The schemas that may judge the value at a path: several where there is a choice. */
function schemasAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType[] {
  const { type, innerType, options, in: input } = definitionOf(schema);
  if (type === 'union') return options!.flatMap((option) => schemasAt(option, path));
  const inner = innerType ?? input;
  if (inner !== undefined) return schemasAt(inner, path);
  const [step, ...rest] = path;
  if (step === undefined) return [schema];
  const child = childOf(schema, step);
  return child === undefined ? [] : schemasAt(child, rest);
}

function childOf(schema: z.ZodType, step: PropertyKey): z.ZodType | undefined {
  const { shape, element, valueType } = definitionOf(schema);
  return shape?.[String(step)] ?? element ?? valueType;
}

function definitionOf(schema: z.ZodType): Definition {
  return schema.def as unknown as Definition;
}
