import { readFileSync } from 'node:fs';
import { QueueFault } from './records.ts';

/** The database of a queue and its records. */
export type QueueUrl = {
  /** With all that is needed to connect. A password may stand in it: it is never printed. */
  readonly href: string;
  /** `postgres://annex@db.example/packs`: safe to print. */
  readonly label: string;
};

/** What was named as a queue is none, or would give a secret away. Ends a run with exit code 2. */
export class QueueRefused extends Error {
  override name = 'QueueRefused';
}

/** The variables of the environment that name the queue where no option does, a password included; or a file that holds it. */
export const queueVariable = 'ANNEX_QUEUE';
export const queueFileVariable = 'ANNEX_QUEUE_FILE';

/**
 * The database that a command line names, or else the environment, or a file that the environment names. A command line can be
 * read by everybody on the machine, so a password in it is refused. Throws QueueRefused, and QueueFault where the file cannot
 * be read.
 */
export function readQueueUrl(
  named: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): QueueUrl {
  if (named !== undefined) {
    const url = parse(named, '--queue');
    if (hasPassword(url)) throw new QueueRefused(passwordRefused);
    return describe(url);
  }
  const given = environment[queueVariable] ?? '';
  if (given !== '') return describe(parse(given, queueVariable));
  const file = environment[queueFileVariable] ?? '';
  if (file !== '') return describe(parse(readSecret(file), queueFileVariable));
  throw new QueueRefused(
    `No queue is named: give --queue postgres://user@host/database, or set ${queueVariable} or ${queueFileVariable} in the environment.`,
  );
}

/** What a file holds, as secrets are mounted into containers. */
function readSecret(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    throw new QueueFault(`The file '${path}' of ${queueFileVariable} cannot be read: ${code}.`);
  }
}

const passwordRefused =
  '--queue holds a password, which everybody on this machine can read in the list of processes. ' +
  `Leave it out and set PGPASSWORD or PGPASSFILE, or name the whole URL in ${queueVariable} or in a file that ${queueFileVariable} names.`;

/** What is wrong with a URL is said without saying the URL: a password may stand anywhere in it. */
function parse(text: string, where: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^postgres(?:ql)?:$/.test(url.protocol) && url.pathname.length > 1) return url;
  throw new QueueRefused(
    `${where} is no URL of a PostgreSQL database; expected such as postgres://user@host:5432/database.`,
  );
}

function hasPassword({ password, searchParams }: URL): boolean {
  return password !== '' || searchParams.has('password');
}

function describe(url: URL): QueueUrl {
  const user = url.username === '' ? '' : `${url.username}@`;
  return { href: url.href, label: `postgres://${user}${url.host}${url.pathname}` };
}
