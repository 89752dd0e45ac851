import { expect, it } from 'vitest';
import { CodedError } from '#src/domain/errors.ts';
import { faultOutcome } from './fault-outcome.ts';

const withCode = (code: string): Error => Object.assign(new Error('said the system'), { code });

it.each<[string, unknown, string, boolean]>([
  ['a time limit', new DOMException('late', 'TimeoutError'), 'TIMED_OUT', true],
  ['a deadlock', withCode('40P01'), 'UNAVAILABLE', true],
  [
    'a deadlock as repositories tell it',
    new CodedError('CONFLICT', 'rows', {}, withCode('40P01')),
    'UNAVAILABLE',
    true,
  ],
  ['a serialization failure', withCode('40001'), 'UNAVAILABLE', true],
  ['a server that shuts down', withCode('57P01'), 'UNAVAILABLE', true],
  ['a broken connection', withCode('ECONNRESET'), 'UNAVAILABLE', true],
  [
    'a fetch that met a dead host',
    new TypeError('fetch failed', { cause: withCode('ECONNREFUSED') }),
    'UNAVAILABLE',
    true,
  ],
  ['a full disk', withCode('ENOSPC'), 'UNAVAILABLE', true],
  ['an unavailable database', new CodedError('UNAVAILABLE', 'away'), 'UNAVAILABLE', true],
  ['a conflict', new CodedError('CONFLICT', 'in force'), 'CONFLICT', false],
  [
    'a broken rule of the database',
    new CodedError('CONFLICT', 'twice', {}, withCode('23505')),
    'CONFLICT',
    false,
  ],
  ['something missing', new CodedError('NOT_FOUND', 'gone'), 'NOT_FOUND', false],
  ['a bug', new TypeError('undefined is not a function'), 'INTERNAL', true],
  ['a thrown word', 'oops', 'INTERNAL', true],
])('%s', (_, cause, code, retry) => {
  expect(faultOutcome(cause)).toMatchObject({
    kind: 'failed',
    code,
    retry,
    message: expect.stringMatching(/./),
  });
});
