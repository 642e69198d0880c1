/** How many remarks in parentheses a text has. */
export function countParentheses(text: string): number {
  return text.match(/[(（]/gu)?.length ?? 0;
}
