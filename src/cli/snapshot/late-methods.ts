const late = {
  toReversed(this: unknown[]) {
    return [...this].reverse();
  },
  toSorted(this: unknown[], compare?: (a: unknown, b: unknown) => number) {
    return [...this].sort(compare);
  },
  with(this: unknown[], index: number, value: unknown) {
    const changed = [...this];
    changed[index < 0 ? changed.length + index : index] = value;
    return changed;
  },
};

/**
 * Node 20 gives arrays their youngest methods when it starts from a snapshot, and not yet where it builds one. Lends them until
 * they are taken back: what is there already would then be in the way.
 */
export function lendArrayMethods(): { readonly takeBack: () => void } {
  const lent = Object.entries(late).filter(([name]) => !(name in Array.prototype));
  for (const [name, value] of lent)
    Object.defineProperty(Array.prototype, name, { value, configurable: true, writable: true });
  return {
    takeBack() {
      for (const [name] of lent) Reflect.deleteProperty(Array.prototype, name);
    },
  };
}
