/** The queue of runs on many machines. */
export const queueOption = {
  type: 'string',
  requiresArg: true,
  describe: 'PostgreSQL database of the queue, as URL without a password (default: $ANNEX_QUEUE)',
} as const;

/** Where packs of runs on many machines lie. */
export const storeOption = {
  type: 'string',
  requiresArg: true,
  describe: 'Where all machines keep packs: s3://bucket/prefix, or a folder that all of them see',
} as const;
