import { z } from 'zod';

const colour = z.stringFormat('colour', /^#[0-9A-Fa-f]{6}$/, {
  error: 'a colour such as #14202E, in quotes',
});

const darkColours = z.strictObject({
  bg: colour.default('#11181F').describe('Background of the page.'),
  panel: colour.default('#1A242E').describe('Background of panels.'),
  ink: colour.default('#E9EEF3').describe('Text.'),
  muted: colour.default('#A7B3BF').describe('Secondary text.'),
  accent: colour.default('#9CC3EE').describe('Lines, shapes and links.'),
  rule: colour.default('#34424F').describe('Hairlines.'),
  edge: colour.default('#75838F').describe('Edges of fields.'),
});

/** The colours of a brand; by default those of the sober one. */
export const colours = z.strictObject({
  ink: colour.default('#14202E').describe('Text.'),
  muted: colour.default('#566373').describe('Labels, numbers, header and footer.'),
  heading: colour.default('#14202E').describe('Titles and headings.'),
  accent: colour.default('#1D3F66').describe('Lines and shapes.'),
  tint: colour.default('#F3F5F7').describe('Background of the notice and of the cover block.'),
  rule: colour.default('#C7CED6').describe('Hairlines between rows.'),
  codeFill: colour.default('#14202E').describe('The square behind the code that is found first.'),
  codeText: colour.default('#FFFFFF').describe('The sign on that square.'),
  dark: darkColours.prefault({}).describe('The colours of the download page in the dark.'),
});

export type ColoursYaml = z.output<typeof colours>;
