const shortWord = 8;
const longText = 40;

/**
 * Where the space stands that must hold, so that a text does not end with a line of one short word: the offset of
 * the last space, where the last word has at most 8 letters and the text more than 40. Undefined where none has to.
 * A text of several lines is judged by its last.
 */
export function lastSpaceToHold(text: string): number | undefined {
  if (text.length <= longText) return undefined;
  const line = text.slice(text.lastIndexOf('\n') + 1);
  const at = line.lastIndexOf(' ');
  if (at < 0 || line.length <= longText) return undefined;
  const letters = line.slice(at + 1).match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters > 0 && letters <= shortWord ? text.length - line.length + at : undefined;
}
