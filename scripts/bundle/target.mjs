/** What every bundle is written for: the oldest Node that the program runs on (package.json). */
export const target = {
  platform: 'node',
  target: 'node20.19',
  // All of them do; told otherwise, esbuild writes a pattern as a text, which is compiled anew at each use.
  supported: { 'regexp-lookbehind-assertions': true, 'regexp-unicode-property-escapes': true },
};
