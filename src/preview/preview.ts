/** What a preview is put together from: the server with its page, the port it listens to, the watch over the sources. */
export { listen } from '../http/listen.ts';
export { createPreview } from './server.ts';
export { watchSources } from './watch.ts';
