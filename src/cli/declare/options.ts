/** The folder that a command works in. */
export const workspaceOption = {
  alias: 'w',
  type: 'string',
  default: '.',
  requiresArg: true,
  describe: 'Folder of the workspace',
} as const;

/** Several names: repeated options and commas mean the same. */
export const listOption = { type: 'string', array: true, requiresArg: true, coerce: splitNames } as const;

/** `-p a,b` and `-p a -p b` are both [a, b]. */
function splitNames(values: readonly string[]): string[] {
  const names = values.flatMap((value) => value.split(',')).map((name) => name.trim());
  return [...new Set(names)].filter((name) => name !== '');
}
