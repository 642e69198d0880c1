// What a fleet's checks and its bench cannot do without.
import { findNode } from '../annex.mjs';
import { hasVersitygw } from './bucket.mjs';
import { findPostgres } from './postgres.mjs';

/** What is not on this machine, in words. */
export function missingServers() {
  return [
    findNode() ? [] : ['a Node that the queue runs on'],
    findPostgres() ? [] : ['PostgreSQL'],
    hasVersitygw() ? [] : ['versitygw'],
  ].flat();
}
