/** Exit codes, as documented in the README. */
export const exitCodes = {
  /** All is well. */
  fine: 0,
  /** The content is at fault: findings stand in the way. */
  content: 1,
  /** The command was not understood. */
  usage: 2,
  /** Files or the environment: unreadable, unwritable, missing. */
  files: 3,
  /** Ctrl-C. */
  interrupted: 130,
  /** SIGTERM. */
  terminated: 143,
  /** A bug in this program. */
  bug: 70,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
