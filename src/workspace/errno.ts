import { WorkspaceFault } from './workspace.ts';

const words: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of disk space is used up',
  EISDIR: 'it is a folder, not a file',
  ENOTDIR: 'a file stands where a folder is needed',
  EEXIST: 'a file stands where a folder is needed',
  ENOENT: 'it does not exist',
  ELOOP: 'its symbolic links go round in a circle',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EBUSY: 'another program is using it',
  EIO: 'the disk reports an error',
};

/** Why the system refused, in words: `the disk is full (ENOSPC)`. */
export function explainErrno(thrown: unknown): string {
  const code = errnoOf(thrown);
  if (code === undefined) return String(thrown);
  return `${words[code] ?? 'the system refused'} (${code})`;
}

/** The system's code of a failure, such as `ENOENT`; undefined for an error of another kind. */
export function errnoOf(thrown: unknown): string | undefined {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** A failure of the file system as a fault of the workspace; what is no such failure is thrown on, for it is a bug. */
export function faultOf(
  path: string,
  action: 'read' | 'listed' | 'written' | 'opened',
  thrown: unknown,
): WorkspaceFault {
  if (thrown instanceof WorkspaceFault) return thrown;
  if (errnoOf(thrown) === undefined) throw thrown;
  return new WorkspaceFault(
    path,
    `${path === '' ? 'The workspace' : `'${path}'`} cannot be ${action}: ${explainErrno(thrown)}.`,
  );
}
