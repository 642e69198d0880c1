/** A folder whose changes this machine does not tell a preview. Ends a run with exit code 3. */
export class PreviewFault extends Error {
  override name = 'PreviewFault';
}
