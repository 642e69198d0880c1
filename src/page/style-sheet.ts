import type { Brand } from '../catalogue/model.ts';
import { contrast } from '../formats/html/colours.ts';
import { facesOf } from '../formats/html/faces.ts';
import { readAsset } from './assets.ts';
import type { WebFont } from './web-fonts.ts';

/** The style sheet of the page in a brand: its fonts and colours, then the rules that are the same for all. */
export function writeStyleSheet(brand: Brand, fonts: readonly WebFont[]): string {
  const { heading, body, fallback } = brand.fonts;
  const family = ({ regular, semibold }: Brand['fonts']['body']) => ({ 400: regular, 600: semibold });
  const faces = facesOf({ heading: family(heading), body: family(body), fallback });
  const own = (face: WebFont['face']) =>
    fonts.some((font) => font.face === face) ? `"annex ${face}", ` : '';
  const type = {
    heading: own('heading') + faces.heading,
    body: own('body') + faces.body,
  };
  return [
    ...fonts.map(writeFace),
    `:root{${properties({ ...type, ...lightColours(brand) })}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${properties(darkColours(brand))}}}`,
    readAsset('page.css'),
  ].join('\n');
}

function writeFace({ face, weight, path }: WebFont): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return `@font-face{font-family:"annex ${face}";font-weight:${weight};font-display:swap;src:url(${name}) format("woff2")}`;
}

/** Contrast that WCAG 2.2 asks of text, and of shapes that carry meaning. */
const least = { text: 4.5, shape: 3 } as const;

function lightColours({ colour }: Brand): Readonly<Record<string, string>> {
  const { ink, muted, accent, tint, rule } = colour;
  const isText = [paper, tint].every((under) => contrast(accent, under) >= least.text);
  const action = isText ? accent : colour.codeFill;
  const isAction = [paper, tint].every((under) => contrast(action, under) >= least.text);
  return {
    paper,
    tint,
    ink,
    muted,
    title: colour.heading,
    accent,
    rule,
    action: isAction ? action : ink,
    'on-action': paper,
    edge: '#7A8794',
    warn: '#8A4B00',
    fault: '#A3191C',
  };
}

const paper = '#FFFFFF';

function darkColours({ dark }: Brand): Readonly<Record<string, string>> {
  const isText = [dark.bg, dark.panel].every((under) => contrast(dark.accent, under) >= least.text);
  return {
    paper: dark.bg,
    tint: dark.panel,
    ink: dark.ink,
    muted: dark.muted,
    title: dark.ink,
    accent: dark.accent,
    rule: dark.rule,
    action: isText ? dark.accent : dark.ink,
    'on-action': dark.bg,
    edge: contrast(dark.edge, dark.bg) >= least.shape ? dark.edge : dark.muted,
    warn: '#F0B35C',
    fault: '#FF9A94',
  };
}

function properties(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');
}
