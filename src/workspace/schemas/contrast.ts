import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import type { YamlFile } from '../yaml.ts';
import type { ColoursYaml } from './colours.ts';

/** Contrast that WCAG 2.1 asks of text (1.4.3) and of shapes that carry meaning (1.4.11). */
const least = { text: 4.5, shape: 3 } as const;

type Pair = readonly [front: string, back: string, kind: keyof typeof least];

/** Keys under `colour:` that stand on each other; `white` is the paper. */
const pairs: readonly Pair[] = [
  ['ink', 'white', 'text'],
  ['ink', 'tint', 'text'],
  ['muted', 'white', 'text'],
  ['muted', 'tint', 'text'],
  ['heading', 'white', 'text'],
  ['heading', 'tint', 'text'],
  ['codeText', 'codeFill', 'text'],
  ['accent', 'white', 'shape'],
  ['dark.ink', 'dark.bg', 'text'],
  ['dark.ink', 'dark.panel', 'text'],
  ['dark.muted', 'dark.bg', 'text'],
  ['dark.muted', 'dark.panel', 'text'],
  ['dark.accent', 'dark.bg', 'shape'],
  ['dark.edge', 'dark.bg', 'shape'],
];

/** Finds the colours of a brand that cannot be told from what they stand on, with both keys and the ratio. */
export function checkContrast(brand: YamlFile<{ colour: ColoursYaml }>): Diagnostic[] {
  return pairs.flatMap(([front, back, kind]) => {
    const [over, under] = [colourOf(brand.value.colour, front), colourOf(brand.value.colour, back)];
    const ratio = contrastOf(over, under);
    if (ratio >= least[kind]) return [];
    const message = `${name(front, over)} on ${name(back, under)} has a contrast of ${floor(ratio)}; a ${kind} needs ${least[kind]}.`;
    return error('brand-contrast', brand.placeOf(['colour', ...front.split('.')]), message, {
      hints: ['Choose a darker or a lighter colour for one of the two.'],
    });
  });
}

/** The contrast of two colours by WCAG 2.1, from 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(colour: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function colourOf({ dark, ...light }: ColoursYaml, key: string): string {
  if (key === 'white') return '#FFFFFF';
  const colours: Readonly<Record<string, string>> = key.startsWith('dark.') ? dark : light;
  return colours[key.replace('dark.', '')]!;
}

function name(key: string, colour: string): string {
  return key === 'white' ? 'white' : `\`colour.${key}\` (${colour})`;
}

/** Rounded down, so that 4.49 is never shown as the 4.5 it misses. */
function floor(ratio: number): string {
  return (Math.floor(ratio * 10) / 10).toFixed(1);
}
