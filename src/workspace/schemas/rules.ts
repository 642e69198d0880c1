import { z } from 'zod';
import { identifier, ruleId } from './identifiers.ts';
import { filledText } from './texts.ts';

/** How much each rule weighs. */
export const ruleSettings = z.record(ruleId, z.enum(['error', 'warning', 'off']));

const accepted = {
  rule: ruleId.describe('The rule whose finding is accepted.'),
  row: filledText.optional().describe('The id of the row; without it, every finding of the rule.'),
  reason: filledText.describe('Why it is right as it is.'),
};

/** A finding that somebody has looked at and accepts, in a product. */
export const acceptedInProduct = z.strictObject(accepted);

/** A finding that somebody has looked at and accepts, in any product or one. */
export const acceptedInWorkspace = z.strictObject({
  ...accepted,
  product: identifier.optional().describe('The product; without it, all of them.'),
});
