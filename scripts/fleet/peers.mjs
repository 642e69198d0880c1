// Lets the program in dist/ find what a fleet installs beside it: `node --import ./scripts/fleet/peers.mjs dist/cli/annex.js`.
// A user who installs annexpress has both in one node_modules; here the queue is in this folder's, since it needs a newer
// Node than the repository.
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'pg-boss') return next(specifier, context);
    return next(specifier, { ...context, parentURL: import.meta.url });
  },
});
