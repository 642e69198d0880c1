import { z } from 'zod';
import { colours } from './colours.ts';
import { filledText } from './texts.ts';

export { checkContrast } from './contrast.ts';

/** A file of the brand's own folder, or of an installed package. */
const file = z.stringFormat('file', isFileOfBrand, {
  error: "a file in the brand's folder such as logo.svg, or package:name/file",
});

function isFileOfBrand(text: string): boolean {
  if (text.startsWith('package:'))
    return /^package:(?:@[\w.-]+\/)?[\w-][\w.-]*\/[\w@./-]+$/.test(text) && !text.includes('..');
  return /^[^\s\\/:\0][^\\:\0]*$/.test(text) && !text.split('/').includes('..');
}

const logo = file.refine((path) => /\.(?:svg|png)$/i.test(path), {
  error: (issue) => `The logo \`${issue.input}\` is neither an SVG nor a PNG.`,
});

const feature = z.stringFormat('feature', /^[A-Za-z0-9]{4}$/, {
  error: 'an OpenType feature of four letters, such as tnum',
});

/** A length in points within limits outside which the layout falls apart. */
function points(least: number, most: number): z.ZodNumber {
  const expected = `a number of points from ${least} to ${most}`;
  return z.number().min(least, expected).max(most, expected);
}

const family = z.strictObject({
  regular: file.describe('The TrueType file of weight 400.'),
  semibold: file.describe('The TrueType file of weight 600.'),
});

const sourceSerif = 'package:@expo-google-fonts/source-serif-4';
const sourceSans = 'package:@expo-google-fonts/source-sans-3';

const fonts = z.strictObject({
  heading: family
    .default({
      regular: `${sourceSerif}/400Regular/SourceSerif4_400Regular.ttf`,
      semibold: `${sourceSerif}/600SemiBold/SourceSerif4_600SemiBold.ttf`,
    })
    .describe('The family of titles and headings.'),
  body: family
    .default({
      regular: `${sourceSans}/400Regular/SourceSans3_400Regular.ttf`,
      semibold: `${sourceSans}/600SemiBold/SourceSans3_600SemiBold.ttf`,
    })
    .describe('The family of everything else.'),
  fallback: z
    .array(file)
    .max(8, 'a list of up to eight fonts')
    .default([])
    .describe('TrueType files, asked in this order for a character that the family of a text lacks.'),
  headingFeatures: z.array(feature).default([]).describe('OpenType features of headings.'),
  numberFeatures: z
    .array(feature)
    .default([])
    .describe('OpenType features of the figures in other text: tabular lining figures.'),
  codeFeatures: z.array(feature).default(['ss01']).describe('OpenType features of codes: an I with serifs.'),
});

const type = z.strictObject({
  body: points(8.2, 14).default(9.2).describe('Size of the activities.'),
  leading: points(9, 24).default(12.6).describe('Leading of the activities.'),
  title: points(14, 60).default(30).describe('Size of the title.'),
  titleLeading: points(14, 72).default(33).describe('Leading of the title.'),
});

/** brand.yaml: data only; one layout serves every brand. */
export const brandSchema = z.strictObject({
  name: filledText.describe('The name as it is printed beside the logo, or in its place.'),
  legal: filledText.describe('The name of the legal person.'),
  logo: logo.optional().describe("An SVG or PNG in the brand's folder. Without it, the name stands alone."),
  logoHeight: points(8, 60).default(20).describe('Height of the logo.'),
  fonts: fonts.prefault({}).describe('Two families, of two weights each, and fonts that stand in for them.'),
  type: type.prefault({}).describe('Sizes and leadings.'),
  colour: colours.prefault({}).describe('Colours, as #RRGGBB.'),
  rule: z
    .strictObject({
      strong: points(0.1, 4).default(0.9).describe('Thickness of the line under the head of a table.'),
      fine: points(0.1, 2).default(0.35).describe('Thickness of the line under a row.'),
    })
    .prefault({})
    .describe('Thickness of lines.'),
  code: z
    .strictObject({
      radius: points(0, 5.7).default(0.8).describe('Corner of the square behind a code; 5.7 is a disc.'),
    })
    .prefault({})
    .describe('How codes are drawn.'),
  cover: z
    .enum(['rule', 'block'])
    .default('rule')
    .describe('A line under the name, or a coloured block behind the title.'),
  footer: filledText.optional().describe('A text for every footer.'),
  paper: z.enum(['A4', 'Letter']).default('A4').describe('The paper.'),
  workbook: z
    .strictObject({
      font: filledText.default('Arial').describe('The font of the workbook, as Excel knows it.'),
      codeFont: filledText.default('Consolas').describe('The font of its codes: one whose I has serifs.'),
    })
    .prefault({})
    .describe('Fonts of the workbook.'),
});

export type BrandYaml = z.output<typeof brandSchema>;
