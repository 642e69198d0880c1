import { Hono } from 'hono';
import { type Listening, listen } from '../../http/listen.ts';
import type { Readiness } from './health.ts';
import type { Metrics } from './metrics.ts';

/** What others may ask of a worker. */
export type Asked = { readonly readiness: () => Promise<Readiness>; readonly metrics: Metrics };

/**
 * The answers of a worker to those who watch over it: `/health/live` whether it runs, `/health/ready` whether it can work,
 * `/metrics` for Prometheus. Nothing of a contract or a customer is among them.
 */
export function answerWatchers({ readiness, metrics }: Asked): Hono {
  return new Hono()
    .get('/health/live', (context) => context.json({ live: true }))
    .get('/health/ready', async (context) => {
      const found = await readiness();
      return context.json(found, found.ready ? 200 : 503);
    })
    .get('/metrics', async (context) => {
      const { type, text } = await metrics.print();
      return context.body(text, 200, { 'Content-Type': type });
    });
}

/** Listens for watchers. Throws ListenFault. */
export function listenForWatchers(asked: Asked, port: number, host?: string): Promise<Listening> {
  return listen(answerWatchers(asked), port, host);
}
