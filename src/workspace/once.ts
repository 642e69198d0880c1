const found = new Set<() => void>();

/**
 * What a process finds out once: it stands outside of the process, and does not change while it runs, such as the files of
 * the program and of installed packages.
 */
export function once<T>(find: () => T): () => T {
  let known: { readonly value: T } | undefined;
  found.add(() => {
    known = undefined;
  });
  return () => {
    known ??= { value: find() };
    return known.value;
  };
}

/** Forgets all of it. A start-up snapshot goes on in other processes, and each has to look for itself. */
export function forgetFound(): void {
  for (const forget of found) forget();
}
