import { expect, it } from 'vitest';
import { toCodedError } from './coded-database-error.ts';

const fault = (message: string, fields: object = {}) => Object.assign(new Error(message), fields);

it.each([
  ['too many connections', '53300', 'UNAVAILABLE', 'no free connection'],
  ['disk full', '53100', 'UNAVAILABLE', 'Free some space'],
  ['cancelled by the time limit', '57014', 'UNAVAILABLE', 'took too long'],
  ['shutting down', '57P01', 'UNAVAILABLE', 'shutting down'],
  ['connection failure', '08006', 'UNAVAILABLE', 'does not answer'],
  ['serialization failure', '40001', 'CONFLICT', 'Somebody else changed the same rows'],
  ['value too long', '22001', 'BAD_REQUEST', 'Shorten it'],
  ['date out of range', '22008', 'BAD_REQUEST', 'date out of range'],
  ['duplicate key', '23505', 'CONFLICT', 'stands in the database already: duplicate key'],
  ['no such row', '23503', 'NOT_FOUND', 'does not exist: no such row'],
])('%s (%s) is %s', (message, code, expected, says) => {
  expect(toCodedError(fault(message, { code }))).toMatchObject({
    code: expected,
    message: expect.stringContaining(says),
    details: { sqlState: code },
  });
});

it('a socket error without words names its code', () => {
  expect(toCodedError(fault('', { code: 'ECONNREFUSED' }))).toMatchObject({
    code: 'UNAVAILABLE',
    message: expect.stringContaining('ECONNREFUSED'),
  });
});

it('a known constraint says what to do, an unknown one what the database says', () => {
  expect(toCodedError(fault('x', { code: '23505', constraint: 'users_email_key' }))).toMatchObject({
    message: expect.stringContaining('Use another email'),
    details: { constraint: 'users_email_key' },
  });
  const detail = 'Key (a)=(1) already exists.';
  expect(
    toCodedError(fault('x', { code: '23505', constraint: 'new_key', table: 'things', detail })),
  ).toMatchObject({ message: `This stands in things already: ${detail}` });
});

it('a bug of ours, and what is no error at all, stay what they are', () => {
  const bug = fault('syntax error', { code: '42601' });
  expect(toCodedError(bug)).toBe(bug);
  expect(toCodedError('thrown text')).toBe('thrown text');
});
