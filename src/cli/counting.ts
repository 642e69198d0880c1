/** `1 text`, `3 texts`. */
export function countOf(count: number, word: string, words = `${word}s`): string {
  return `${count} ${count === 1 ? word : words}`;
}
