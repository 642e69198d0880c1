/** An address that this machine does not let a server listen to. Ends a run with exit code 3. */
export class ListenFault extends Error {
  override name = 'ListenFault';
}
