/** Colours for a terminal; without colour each function gives its text back. */
export type Paint = Readonly<
  Record<'red' | 'yellow' | 'green' | 'blue' | 'dim' | 'bold', (text: string) => string>
>;

const codes = {
  red: [31, 39],
  yellow: [33, 39],
  green: [32, 39],
  blue: [34, 39],
  dim: [2, 22],
  bold: [1, 22],
} as const;

/** Paint that colours, or does not. */
export function createPaint(colour: boolean): Paint {
  const wrap = ([on, off]: readonly [number, number]) => {
    return (text: string) => (colour && text !== '' ? `\u001b[${on}m${text}\u001b[${off}m` : text);
  };
  return {
    red: wrap(codes.red),
    yellow: wrap(codes.yellow),
    green: wrap(codes.green),
    blue: wrap(codes.blue),
    dim: wrap(codes.dim),
    bold: wrap(codes.bold),
  };
}
