import { z } from 'zod';
import { listWithoutRepeats } from './lists.ts';
import { filledText } from './texts.ts';

const roles = [
  'responsible',
  'accountable',
  'consulted',
  'informed',
  'support',
  'verify',
  'signatory',
  'other',
] as const;

const code = z
  .strictObject({
    sign: z
      .stringFormat('sign', /^[^\s/,;+&]{1,8}$/u, {
        error: '1 to 8 characters without spaces or any of / , ; + &',
      })
      .describe('What stands in a cell, such as R.'),
    role: z
      .enum(roles)
      .optional()
      .describe(
        'What the code means to the rules; its words come from the wording. `other` means nothing to them.',
      ),
    name: filledText
      .optional()
      .describe('The name of the code in the legend. Needed where there is no role.'),
    meaning: filledText
      .optional()
      .describe('What the code says of a party, in the legend. Needed where there is no role.'),
    filled: z.boolean().optional().describe('Whether the sign stands on a filled square.'),
    strong: z.boolean().optional().describe('Whether the sign is semibold.'),
  })
  .superRefine((value, context) => {
    if (value.role !== undefined && value.role !== 'other') return;
    for (const key of ['name', 'meaning'] as const) {
      if (value[key] !== undefined) continue;
      const message = `The code \`${value.sign}\` has no \`${key}\`; a code without a role needs one.`;
      context.addIssue({ code: 'custom', path: [], message });
    }
  });

/** The code set of a matrix: one that goes by a name, or codes of one's own in printing order. */
export const codeSet = z.union([
  z.enum(['RACI', 'RASCI', 'RACI-VS']),
  listWithoutRepeats(code, (value) => value.sign, ['sign']).min(1, 'a list of one code or more'),
]);
