import type { z } from 'zod';

/** A key that a schema knows, in the order in which the schema names it. */
export type Key = {
  readonly name: string;
  /** What the schema says of it. */
  readonly description: string;
  /** What its value must be: `A4 or Letter`, `8.2 to 14`; undefined where the description says it. */
  readonly values: string | undefined;
  /** Whether a file must have it. */
  readonly required: boolean;
  /** What holds where a file does not have it; undefined where nothing does, and for a map. */
  readonly fallback: unknown;
  /** The keys of a map; none for any other value. */
  readonly keys: readonly Key[];
};

/** The keys of a map, with their descriptions and defaults: what documentation and new files are made from. */
export function keysOf(schema: z.ZodObject): Key[] {
  return Object.entries(schema.shape).map(([name, value]) => describeKey(name, value as z.ZodType));
}

function describeKey(name: string, schema: z.ZodType): Key {
  const { inner, fallback, required } = unwrap(schema);
  const map = inner.def.type === 'object' ? keysOf(inner as z.ZodObject) : [];
  // A default map is written key by key: each takes its own, or what the map's default says.
  const keys = map.map((key) => ({ ...key, fallback: fromMap(fallback, key.name) ?? key.fallback }));
  return {
    name,
    description: schema.description ?? '',
    values: valuesOf(inner),
    required,
    fallback: keys.length > 0 ? undefined : fallback,
    keys,
  };
}

type Wrapper = {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly defaultValue?: unknown;
};

/** The schema inside `default`, `prefault` and `optional`, and before a `transform`. */
export function unwrap(schema: z.ZodType): { inner: z.ZodType; fallback: unknown; required: boolean } {
  const { type, innerType, in: before, defaultValue } = schema.def as unknown as Wrapper;
  if (before !== undefined) return unwrap(before);
  if (innerType === undefined) return { inner: schema, fallback: undefined, required: true };
  const { inner, fallback } = unwrap(innerType);
  const own = type === 'default' || type === 'prefault' ? defaultValue : undefined;
  return { inner, fallback: own ?? fallback, required: false };
}

function fromMap(map: unknown, key: string): unknown {
  return typeof map === 'object' && map !== null ? (map as Record<string, unknown>)[key] : undefined;
}

function valuesOf(schema: z.ZodType): string | undefined {
  if (schema.def.type === 'enum') return (schema as z.ZodEnum).options.join(' or ');
  if (schema.def.type !== 'number') return undefined;
  const { minValue, maxValue } = schema as z.ZodNumber;
  return minValue !== null && maxValue !== null ? `${minValue} to ${maxValue}` : undefined;
}
