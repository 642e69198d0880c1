/** What whoever runs workers sees of them. */
export { watchHealth } from './health.ts';
export { logEvents, openLog } from './log.ts';
export { openMetrics } from './metrics.ts';
export { listenForWatchers } from './server.ts';
