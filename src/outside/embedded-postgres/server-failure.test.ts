import { expect, test } from 'vitest';
import { explainServerFailure, isLockedByAnother } from './server-failure.ts';

test.each([
  ['FATAL:  could not write lock file "postmaster.pid": No space left on device', /The disk is full/],
  ['initdb: error: could not create directory "/data/x": Permission denied', /cannot be written.*--data DIR/],
  ['could not open file "pg_wal/0001": Read-only file system', /cannot be written/],
  ["EACCES: permission denied, mkdir '/data'", /cannot be written/],
  ['FATAL:  data directory "/data/postgres" has wrong ownership', /must belong to the user/],
  ['FATAL:  could not map anonymous shared memory: Cannot allocate memory', /too little memory/],
  ["EEXIST: file already exists, mkdir '/data'", /There is a file/],
  ['postgres: error while loading shared libraries: libpq.so.5', /does not run on this system.*DATABASE_URL/],
  ['setpriv: failed to execute /p/bin/initdb: No such file or directory', /does not run on this system/],
  [
    'FATAL:  something never seen before',
    /log in .*\/log says more.*\(FATAL: {2}something never seen before\)/,
  ],
])('"%s" is explained', (output, says) => {
  const error = explainServerFailure('/data/postgres', `LOG:  starting\n${output}\nLOG:  shut down\n`);
  expect(error).toMatchObject({ code: 'UNAVAILABLE', message: expect.stringMatching(says) });
});

test.each([
  ['FATAL:  lock file "postmaster.pid" already exists\nHINT:  Is another postmaster (PID 12) running?', true],
  ['FATAL:  pre-existing shared memory block (key 5, ID 6) is still in use', true],
  ['FATAL:  could not create lock file "/tmp/s/.s.PGSQL.5432.lock": No such file or directory', true],
  ['FATAL:  could not write lock file "postmaster.pid": No space left on device', false],
])('"%s" only means that another holds the folder: %s', (output, expected) => {
  expect(isLockedByAnother(output)).toBe(expected);
});
