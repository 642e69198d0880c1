/** What this machine does not allow a preview: a port to listen to, a folder to watch. Ends a run with exit code 3. */
export class PreviewFault extends Error {
  override name = 'PreviewFault';
}
