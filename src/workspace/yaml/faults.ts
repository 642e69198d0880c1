import type { YAMLError } from 'yaml';

/** What is wrong with a stretch of YAML, and how to mend it. */
export type Explanation = { readonly message: string; readonly hint: string; readonly rule?: string };

/** For what is legal YAML and yet refused, because a configuration is to say what it means. */
export const refusals = {
  indirection: {
    message: 'Anchors (`&`), aliases (`*`) and merge keys (`<<`) are not used here.',
    hint: 'Write the value out where it is needed, or put it in quotes if it is a text.',
  },
  tag: { message: 'Tags (`!`) are not used here.', hint: 'Write the value alone.' },
  depth: { message: 'Lists or maps are nested too deeply.', hint: 'Is a closing bracket missing?' },
} as const satisfies Readonly<Record<string, Explanation>>;

const explanations: Partial<Readonly<Record<YAMLError['code'], Explanation>>> = {
  TAB_AS_INDENT: { message: 'A tab stands at the beginning of the line.', hint: 'Indent with spaces.' },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'A text with a colon and a space in it needs quotes.',
    hint: "Write key: 'one: two'.",
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'A key has no colon behind it.',
    hint: 'Write `key: value`, with a space after the colon.',
  },
  BAD_DQ_ESCAPE: {
    message: 'A backslash in double quotes begins an escape that is not known.',
    hint: 'Use single quotes.',
  },
  MULTIPLE_DOCS: {
    message: 'A second document begins here; the file must hold one.',
    hint: 'Remove the line `---`.',
  },
  NON_STRING_KEY: { message: 'A key must be a plain word.', hint: 'Write `key: value`.' },
  BAD_INDENT: { message: 'The line is indented wrongly.', hint: 'Keys of one map begin in the same column.' },
  BAD_ALIAS: refusals.indirection,
  TAG_RESOLVE_FAILED: refusals.tag,
};

/**
 * What the parser found, in words of somebody who has not read the YAML specification.
 *
 * @param rest the text from the fault on
 */
export function explainFault(fault: YAMLError, rest: string): Explanation {
  if (fault.code === 'DUPLICATE_KEY') {
    const key = /^[^\s:]*/.exec(rest)![0];
    const message = `The key \`${key}\` stands twice.`;
    return { rule: 'yaml-key-duplicate', message, hint: 'Remove one of the two.' };
  }
  if (fault.code === 'BAD_SCALAR_START') {
    return {
      message: `A text that begins with \`${rest.slice(0, 1)}\` needs quotes.`,
      hint: "Write key: '...'.",
    };
  }
  if (fault.code === 'BLOCK_IN_FLOW') {
    return rest.startsWith('- ')
      ? { message: 'Inside brackets, commas part the items, not lines with `-`.', hint: 'Write [one, two].' }
      : explanations.BLOCK_AS_IMPLICIT_KEY!;
  }
  return (
    explainOpen(fault) ??
    explanations[fault.code] ?? {
      message: `This is no valid YAML: ${fault.message.split('\n')[0]}.`,
      hint: 'Compare it with the example that `annex init` writes.',
    }
  );
}

/** Whether a fault is a quote that is never closed; the parser notices it only at the end of the text. */
export function isOpenQuote(fault: YAMLError): boolean {
  return fault.code === 'MISSING_CHAR' && fault.message.includes('quote');
}

function explainOpen(fault: YAMLError): Explanation | undefined {
  if (isOpenQuote(fault)) {
    return {
      message: 'The quote that opens this text is never closed.',
      hint: 'Close it with the same quote.',
    };
  }
  const bracket = /\b(?:end with a|Expected flow \w+ to end with) ([\]}])/.exec(fault.message)?.[1];
  if (bracket !== undefined) {
    const message = `A closing \`${bracket}\` is missing before this.`;
    return { message, hint: 'Or is the line not indented far enough to belong to the brackets?' };
  }
  if (fault.code !== 'MISSING_CHAR') return undefined;
  return { message: 'A comma, colon or bracket is missing here.', hint: 'Write [one, two] or {key: value}.' };
}
