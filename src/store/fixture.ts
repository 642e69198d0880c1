import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a bucket does to a request instead of answering it. */
export type Mischief = 'busy' | 'reset' | 'torn' | 'other bytes' | 'slow' | 'denied' | 'no bucket';

/** A bucket in memory that answers as S3 does, and misbehaves as it is told: so often, then no more. */
export class FakeBucket {
  readonly objects = new Map<string, Uint8Array>();
  readonly asked: string[] = [];
  private readonly mischief: Mischief[] = [];
  private readonly server = createServer((request, response) => void this.answer(request, response));

  async open(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  misbehave(...mischief: readonly Mischief[]): void {
    this.mischief.push(...mischief);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.asked.push(`${request.method} ${request.url}`);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const mischief = this.mischief.shift();
    if (mischief === 'busy') return void refuse(response, 503, 'SlowDown');
    if (mischief === 'denied') return void refuse(response, 403, 'AccessDenied');
    if (mischief === 'no bucket') return void refuse(response, 404, 'NoSuchBucket');
    if (mischief === 'reset') return void request.socket.destroy();
    if (mischief === 'slow') await new Promise((done) => setTimeout(done, 200));
    if (request.method === 'PUT') return void this.take(request, response, Buffer.concat(chunks));
    const bytes = this.objects.get(request.url!);
    if (bytes === undefined) return void refuse(response, 404, 'NoSuchKey');
    if (mischief === 'other bytes') return void response.end(Buffer.alloc(bytes.length));
    response.setHeader('content-length', bytes.length);
    if (mischief !== 'torn') return void response.end(bytes);
    response.write(bytes.subarray(0, bytes.length / 2), () => request.socket.destroy());
  }

  private take(request: IncomingMessage, response: ServerResponse, bytes: Buffer): void {
    const said = request.headers['x-amz-content-sha256'];
    if (createHash('sha256').update(bytes).digest('hex') !== said)
      return void refuse(response, 400, 'XAmzContentSHA256Mismatch');
    if (request.headers['if-none-match'] === '*' && this.objects.has(request.url!))
      return void refuse(response, 412, 'PreconditionFailed');
    this.objects.set(request.url!, bytes);
    response.end();
  }
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.statusCode = status;
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
}
