/** The commands that a snapshot holds: those that are run over and over, and `init`, which its rehearsal needs. */
export const commandsInSnapshot: readonly string[] = ['build', 'check', 'explain', 'init', 'list', 'show'];
