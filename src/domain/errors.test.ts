import { expect, it } from 'vitest';
import { CodedError } from './errors.ts';

it('a coded error carries its code, text, details and cause', () => {
  const cause = new Error('socket closed');
  const error = new CodedError(
    'UNAVAILABLE',
    'The database does not answer. Start it.',
    { port: 5432 },
    cause,
  );
  expect(error).toMatchObject({
    ...{ name: 'CodedError', code: 'UNAVAILABLE', message: 'The database does not answer. Start it.' },
    ...{ details: { port: 5432 }, cause },
  });
});

it('and none where there is none', () => {
  const error = new CodedError('NOT_FOUND', 'No such version.');
  expect([error.details, 'cause' in error, error instanceof Error]).toEqual([{}, false, true]);
});
