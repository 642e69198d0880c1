/** Bytes are not what their format asks for. Never leaves this room: read.ts turns it into a finding. */
export class Damaged extends Error {
  override name = 'Damaged';
}
