import { createHash } from 'node:crypto';
import { addAbortSignal, type Readable } from 'node:stream';
import { defaultProvider } from '@aws-sdk/credential-provider-node';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { SignatureV4 } from '@smithy/signature-v4';
import type { HttpRequest } from '@smithy/types';
import { PassingFault } from './attempts.ts';
import type { S3Address } from './s3-address.ts';
import { SignerHash } from './signer-hash.ts';
import { type Digest, StoreFault } from './store.ts';

export type S3Request = {
  readonly method: 'GET' | 'HEAD' | 'PUT';
  /** Behind the prefix. */
  readonly key: string;
  /** Of a PUT, with its digest: a server that got other bytes refuses them. */
  readonly body?: { readonly bytes: Uint8Array; readonly digest: Digest } | undefined;
  readonly headers?: Readonly<Record<string, string>>;
};

export type S3Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
};

/** What the signer gives and the handler takes; the type of the first does not say so. */
type SignedRequest = Parameters<NodeHttpHandler['handle']>[0];

/** Milliseconds that a request may take, more for an answer of any length, and one for so many bytes: a slow line has 250 kB a second. */
const shortest = { GET: 180_000, HEAD: 30_000, PUT: 30_000 } as const;
const bytesPerMillisecond = 250;
const connecting = 5_000;

/** More than are ever under way: a connection that is free is used again. */
const mostSockets = 128;

const digestOfNothing = createHash('sha256').digest('hex');

/** Sends one request, signed. Throws PassingFault where the connection failed or the answer was cut off. */
export class S3Requests {
  private readonly address: S3Address;
  private readonly signer: SignatureV4;
  private readonly handler: NodeHttpHandler;

  constructor(address: S3Address) {
    this.address = address;
    this.signer = new SignatureV4({
      service: 's3',
      region: address.region,
      credentials: defaultProvider(),
      sha256: SignerHash,
      uriEscapePath: false,
      applyChecksum: false,
    });
    const agent = { keepAlive: true, maxSockets: mostSockets };
    this.handler = new NodeHttpHandler({
      connectionTimeout: connecting,
      httpAgent: agent,
      httpsAgent: agent,
    });
  }

  async send({ method, key, body, headers = {} }: S3Request): Promise<S3Answer> {
    const signed = await this.sign({
      ...this.to(key),
      method,
      headers: {
        host: this.address.endpoint.host,
        'x-amz-content-sha256': body?.digest ?? digestOfNothing,
        ...(body !== undefined && { 'content-length': String(body.bytes.length) }),
        ...headers,
      },
      body: body?.bytes,
    });
    const sending = Math.ceil((body?.bytes.length ?? 0) / bytesPerMillisecond);
    const limit = AbortSignal.timeout(shortest[method] + sending);
    try {
      const { response } = await this.handler.handle(signed, { abortSignal: limit });
      const answer = { status: response.statusCode, headers: response.headers };
      return { ...answer, bytes: await readWhole(response.body as Readable, limit) };
    } catch (cause) {
      throw new PassingFault(`${this.nameOf(key)} could not be reached (${inWords(cause)})`, { cause });
    }
  }

  /** An object as messages name it. */
  nameOf(key: string): string {
    const { bucket, prefix } = this.address;
    return `s3://${bucket}/${prefix}${key}`;
  }

  private to(key: string) {
    const { endpoint, base, prefix } = this.address;
    const path = `${base}/${prefix}${key}`.split('/').map(escapeSegment).join('/');
    const port = endpoint.port === '' ? {} : { port: Number(endpoint.port) };
    return { protocol: endpoint.protocol, hostname: endpoint.hostname, ...port, path, query: {} };
  }

  private async sign(request: HttpRequest): Promise<SignedRequest> {
    try {
      // The signer gives a class of the handler's; its types do not say so.
      return (await this.signer.sign(request)) as unknown as SignedRequest;
    } catch (cause) {
      throw new StoreFault(
        `There are no keys for bucket '${this.address.bucket}' (${inWords(cause)}): set AWS_ACCESS_KEY_ID and ` +
          'AWS_SECRET_ACCESS_KEY, or name a profile by AWS_PROFILE.',
        { cause },
      );
    }
  }
}

/** The bytes of an answer, read within the limit: a store that stops in the middle of one is given up. */
async function readWhole(body: Readable, limit: AbortSignal): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of addAbortSignal(limit, body)) chunks.push(chunk as Uint8Array);
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}

/** As the signature wants it: letters, digits and `-_.~` stand for themselves. */
function escapeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function inWords(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}
