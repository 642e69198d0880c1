/**
 * A small language of shapes: what a template may read, described as data. The view builder's type is derived from
 * the same value that the template checker walks (`ViewOf`), so that the two cannot drift apart.
 */
export type Shape = Described &
  (
    | TextShape
    | NumberShape
    | FlagShape
    | WordsShape
    | { readonly kind: 'list'; readonly of: Shape }
    | { readonly kind: 'record'; readonly fields: Fields }
    | { readonly kind: 'optional'; readonly of: Shape }
  );

/** What the template reference says of a value. */
type Described = { readonly doc?: string };

export type TextShape = { readonly kind: 'text' };
export type NumberShape = { readonly kind: 'number' };
export type FlagShape = { readonly kind: 'flag' };
/** A text that is one of a few known words, such as ids of `{{word}}`. */
export type WordsShape<W extends string = string> = { readonly kind: 'words'; readonly known: readonly W[] };
export type ListShape<S extends Shape> = { readonly kind: 'list'; readonly of: S };
export type RecordShape<F extends Fields> = { readonly kind: 'record'; readonly fields: F };
/** A value that may be absent; a template has to ask for it before it prints it. */
export type OptionalShape<S extends Shape> = { readonly kind: 'optional'; readonly of: S };

export type Fields = { readonly [name: string]: Shape };

/** The type of the values that have a shape. */
export type ViewOf<S extends Shape> = S extends TextShape
  ? string
  : S extends NumberShape
    ? number
    : S extends FlagShape
      ? boolean
      : S extends WordsShape<infer W>
        ? W
        : S extends ListShape<infer Item>
          ? readonly ViewOf<Item>[]
          : S extends RecordShape<infer F>
            ? { readonly [Name in keyof F]: ViewOf<F[Name]> }
            : S extends OptionalShape<infer Present>
              ? ViewOf<Present> | undefined
              : never;

export const text: TextShape = { kind: 'text' };
export const number: NumberShape = { kind: 'number' };
export const flag: FlagShape = { kind: 'flag' };

export function words<const W extends string>(...known: readonly W[]): WordsShape<W> {
  return { kind: 'words', known };
}

export function list<S extends Shape>(of: S): ListShape<S> {
  return { kind: 'list', of };
}

export function record<F extends Fields>(fields: F): RecordShape<F> {
  return { kind: 'record', fields };
}

export function optional<S extends Shape>(of: S): OptionalShape<S> {
  return { kind: 'optional', of };
}

/** The same shape, with a sentence for the template reference. */
export function described<S extends Shape>(shape: S, doc: string): S {
  return { ...shape, doc };
}

/** A shape in words, for messages: `a list`, `a record with number, title`. */
export function describeShape(shape: Shape): string {
  switch (shape.kind) {
    case 'text':
      return 'a text';
    case 'number':
      return 'a number';
    case 'flag':
      return 'a flag (yes or no)';
    case 'words':
      return `one of ${shape.known.join(', ')}`;
    case 'list':
      return 'a list';
    case 'record':
      return `a record with ${Object.keys(shape.fields).join(', ')}`;
    case 'optional':
      return `${describeShape(shape.of)} that may be absent`;
  }
}

/**
 * The same shape, with the value at the end of a path known to be there: what holds inside `{{#if a.b}}`.
 * A path that does not exist leaves the shape as it is.
 */
export function withPresent(shape: Shape, path: readonly string[]): Shape {
  const inner = shape.kind === 'optional' ? shape.of : shape;
  const [name, ...rest] = path;
  if (name === undefined) return inner;
  if (inner.kind !== 'record') return shape;
  const field = Object.hasOwn(inner.fields, name) ? inner.fields[name] : undefined;
  if (field === undefined) return shape;
  return record({ ...inner.fields, [name]: withPresent(field, rest) });
}
