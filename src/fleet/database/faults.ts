import { QueueFault } from '../records.ts';

/**
 * SQLSTATEs that pass: the connection was lost, the server goes down, comes up or has no room, two transactions stood in each
 * other's way, or a standby has not been made the primary yet.
 */
const passingStates = /^(?:08...|57P0[123]|53300|40001|40P01|25006)$/;

const passingCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** What node-postgres says without a code, of a connection that is lost or cannot be had. */
const passingMessages =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error)/;

/** Whether what failed may well succeed in a while. */
export function isPassing(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  if (thrown instanceof AggregateError) return thrown.errors.some(isPassing);
  const { code = '' } = thrown as { readonly code?: string };
  return passingStates.test(code) || passingCodes.has(code) || passingMessages.test(thrown.message);
}

/** SQLSTATEs that an administrator mends, and how. */
const advice: Readonly<Record<string, string>> = {
  '28P01': 'Set PGPASSWORD or PGPASSFILE, or name the whole URL in ANNEX_QUEUE.',
  '28000': 'Look into pg_hba.conf which roles may connect, and from where.',
  '3D000': 'Create the database, or name another.',
  '42501': 'The role needs the rights that docs/fleet/roles.sql grants it.',
};

/** What a user is told of a database that cannot be used; what is no fault of the database is given back as it is. */
export function faultOf(label: string, thrown: unknown): unknown {
  if (thrown instanceof QueueFault || !(thrown instanceof Error)) return thrown;
  const { code = '' } = thrown as { readonly code?: string };
  // What node-postgres says where the server asks for a password, and there is none to give.
  if (/^SASL.*client password must be a string/.test(thrown.message))
    return tell(label, 'it asks for a password', advice['28P01']);
  // What the server says has a severity; a file that cannot be read has a code of five letters too.
  if (!isPassing(thrown) && !('severity' in thrown) && !isUntrusted(code, thrown.message)) return thrown;
  return tell(label, thrown.message === '' ? code : thrown.message, advice[code]);
}

/** What OpenSSL and node-postgres say where the connection cannot be encrypted as the URL asks. */
function isUntrusted(code: string, message: string): boolean {
  return /^(?:ERR_TLS_|ERR_SSL_|UNABLE_TO_)|CERT/.test(code) || /does not support SSL/.test(message);
}

function tell(label: string, said: string, hint: string | undefined): QueueFault {
  return new QueueFault(
    `The database ${label} cannot be used: ${said}.${hint === undefined ? '' : ` ${hint}`}`,
  );
}
