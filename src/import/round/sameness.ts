/** A text without what typing and programs do to its spaces: every space is one plain space, none stands outside. */
export function fold(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/**
 * Whether a cell still says what it said. A space that was typed where a no-break space stood changes nothing; a
 * no-break space where there was none is somebody's wish.
 */
export function isUnchanged(cell: string, was: string): boolean {
  return fold(cell) === fold(was) && countNoBreaks(cell) <= countNoBreaks(was);
}

function countNoBreaks(text: string): number {
  return text.trim().match(/[\u00A0\u202F]/gu)?.length ?? 0;
}

/** A text as it goes into a source file: without outer space, its line breaks as LF. */
export function tidy(text: string): string {
  return text.replace(/\r\n?/gu, '\n').trim();
}

/** Whether two values of a field say the same: texts but for their spaces, codes in any order. */
export function isSameValue(field: string, one: string, other: string): boolean {
  if (!field.startsWith('code:')) return fold(one) === fold(other);
  const inOrder = (held: string): string => fold(held).split(' ').sort().join(' ');
  return inOrder(one) === inOrder(other);
}
