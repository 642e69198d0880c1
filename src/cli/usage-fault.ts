/** The command line was not understood; ends a run with exit code 2. */
export class UsageFault extends Error {
  override name = 'UsageFault';
}
