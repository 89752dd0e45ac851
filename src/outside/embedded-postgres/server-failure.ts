import { CodedError } from '#src/domain/errors.ts';

/** A start that failed only because a server is there already, or the last one is just tidying up behind itself. */
export function isLockedByAnother(output: string): boolean {
  return /lock file .* already exists|pre-existing shared memory block|Is another postmaster|could not create lock file .*No such file/i.test(
    output,
  );
}

const CAUSES: readonly { pattern: RegExp; says: string }[] = [
  {
    pattern: /No space left on device|Disk quota exceeded|ENOSPC/i,
    says: 'The disk is full. Free some space (a new database needs about 60 MB), then start again.',
  },
  {
    pattern: /Read-only file system|Permission denied|Operation not permitted|EACCES|EPERM|EROFS/i,
    says: 'The folder cannot be written. Give this user the right to write there, or choose another one with --data DIR.',
  },
  {
    pattern: /wrong ownership|invalid permissions/i,
    says: 'The folder must belong to the user who runs the program, closed to all others (mode 0700).',
  },
  {
    pattern: /shared memory segment|Cannot allocate memory/i,
    says: 'The machine has too little memory left for the database.',
  },
  {
    pattern: /EEXIST|ENOTDIR/,
    says: 'There is a file where the folder should be. Choose another data folder with --data DIR.',
  },
  {
    pattern:
      /error while loading shared libraries|failed to execute|cannot execute|Exec format error|spawn .* ENOENT/i,
    says: 'The installed PostgreSQL does not run on this system. Run "npm ci", or set DATABASE_URL to a server of your own.',
  },
];

/** Turns what PostgreSQL said about a failed start into an error that says what to do. */
export function explainServerFailure(folder: string, output: string): CodedError {
  const cause = CAUSES.find(({ pattern }) => pattern.test(output));
  const lastWords = output
    .split('\n')
    .filter((line) => /FATAL|PANIC|error|could not/i.test(line))
    .at(-1);
  const says = cause?.says ?? `Its log in ${folder}/log says more; DATABASE_URL can name another server.`;
  return new CodedError(
    'UNAVAILABLE',
    `The embedded PostgreSQL on ${folder} does not start. ${says}${lastWords ? ` (${lastWords.trim()})` : ''}`,
    { output: output.slice(-4000) },
  );
}
