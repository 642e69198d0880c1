/** What a server of published files is put together from. */
export { listen } from '../http/listen.ts';
export { createServer } from './server.ts';
export { Shelf } from './shelf.ts';
