import { createHash } from 'node:crypto';
import { PassingFault, type Patience, patience, tryAgain } from './attempts.ts';
import type { S3Address } from './s3-address.ts';
import { type S3Answer, type S3Request, S3Requests } from './s3-requests.ts';
import { type Digest, objectKey, type SharedStore, StoreFault } from './store.ts';

/**
 * A bucket as a store. Every object is written with its digest, which the server holds its bytes against, and only where none is
 * there yet; what is read is held against it again. Answers that ask for patience, broken connections and torn bodies are
 * tried again, after pauses that grow.
 *
 * Throws StoreFault.
 */
export function s3Store(address: S3Address, how: Patience = patience): SharedStore {
  const requests = new S3Requests(address);
  const ask = (request: S3Request, fits: (answer: S3Answer) => boolean = () => true) =>
    tryAgain(async () => {
      const answer = judge(await requests.send(request), requests.nameOf(request.key));
      if (!fits(answer))
        throw new PassingFault(`${requests.nameOf(request.key)} came with other bytes than its own`);
      return answer;
    }, how);
  const lengthAt = async (key: string) => {
    const { status, headers } = await ask({ method: 'HEAD', key });
    return status === 200 ? Number(headers['content-length'] ?? 0) : undefined;
  };
  return {
    put: async (digest, pieces) => {
      const key = objectKey(digest);
      const body = { bytes: Buffer.concat(pieces), digest };
      const { status } = await ask({ method: 'PUT', key, body, headers: { 'if-none-match': '*' } });
      // There already, and whole, unless a server that lost its power kept half of it.
      if (status === 412 && (await lengthAt(key)) !== body.bytes.length)
        await ask({ method: 'PUT', key, body });
    },
    // What lies there under a digest was held against it when it was written.
    holds: async (digest) => ((await lengthAt(objectKey(digest))) ?? 0) > 0,
    get: async (digest) => {
      const key = objectKey(digest);
      const answer = await ask(
        { method: 'GET', key },
        (got) => got.status === 404 || digestOf(got) === digest,
      );
      if (answer.status === 404) throw new StoreFault(`${requests.nameOf(key)} is not there.`);
      return answer.bytes;
    },
    write: async (path, bytes) => {
      const digest = createHash('sha256').update(bytes).digest('hex');
      await ask({ method: 'PUT', key: path, body: { bytes, digest } });
    },
    read: async (path) => {
      const answer = await ask({ method: 'GET', key: path }, isWhole);
      return answer.status === 404 ? undefined : answer.bytes;
    },
  };
}

/** Answers that will be other ones soon: 409 is another writer of the same object, under way. */
const passing: ReadonlySet<number> = new Set([408, 409, 429, 500, 502, 503, 504]);

function judge(answer: S3Answer, name: string): S3Answer {
  const { status, headers } = answer;
  const code = codeOf(answer);
  if (status < 300) return answer;
  if (status === 412) return answer;
  if (status === 404 && code !== 'NoSuchBucket') return answer;
  const said = `${name} was refused with ${[status, code].filter(Boolean).join(' ')}`;
  if (passing.has(status) || code === 'RequestTimeout' || code === 'XAmzContentSHA256Mismatch')
    throw new PassingFault(said, { after: secondsOf(headers['retry-after']) * 1000 });
  throw new StoreFault(`${said}: ${adviceFor(status)}`);
}

function adviceFor(status: number): string {
  if (status === 403)
    return 'its keys need s3:GetObject and s3:PutObject on the objects, and s3:ListBucket on the bucket.';
  if (status === 404) return 'there is no such bucket, and annex creates none.';
  if (status === 301 || status === 307 || status === 400)
    return 'the region is likely another: set AWS_REGION.';
  return 'this store does not do what S3 does there.';
}

/** What S3 calls a fault, out of its XML; a HEAD has none. */
function codeOf({ status, bytes }: S3Answer): string | undefined {
  if (status < 300) return undefined;
  return /<Code>(\w+)<\/Code>/.exec(Buffer.from(bytes).toString('utf8'))?.[1];
}

const longestWait = 30;

function secondsOf(retryAfter: string | undefined): number {
  const seconds = Number(retryAfter ?? 0);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), longestWait) : 0;
}

function digestOf({ bytes }: S3Answer): Digest {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A body that a connection lost the end of: Node tells most of them, and not those of a server that closes in good order. */
function isWhole({ status, headers, bytes }: S3Answer): boolean {
  const length = headers['content-length'];
  return status !== 200 || length === undefined || Number(length) === bytes.length;
}
