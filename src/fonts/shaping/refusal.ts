/**
 * Thrown where a font or a text asks for what this room does not do, or where fonts that are not well formed would
 * leave it guessing. Who asked for the shape of a text then asks another engine for it.
 */
export class Refusal extends Error {}
