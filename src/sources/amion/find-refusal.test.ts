import { describe, expect, it } from 'vitest';
import { LOGIN_PAGE } from '#src/example/amion-fault.ts';
import { findRefusal } from './find-refusal.ts';

const refusal = (body: string | Uint8Array): ReturnType<typeof findRefusal> =>
  findRefusal('april.csv', typeof body === 'string' ? new TextEncoder().encode(body) : body);

describe('a refused login', () => {
  it.each([
    ['NOFI=Bad password', 'NOFI=Bad password\n'],
    ['NOFI with blank lines and spaces', '\r\n NOFI = Bad password\r\n'],
    ['NOFI with a byte order mark', '\ufeffNOFI=Bad password'],
    ['another word for it', 'NOFI=Access denied'],
    ['the login page', LOGIN_PAGE],
    ['a page that asks for a password', '<html><input type="password" name=x>'],
  ])('%s', (_, body) => {
    expect(refusal(body)).toMatchObject({ severity: 'ERROR', code: 'AMION_REJECTED_LOGIN' });
  });
});

describe('an unexpected answer', () => {
  it.each([
    [
      'no schedule file',
      'NOFI=No file\nThere is no 2027 schedule file for this login.',
      'no schedule file for that month',
    ],
    ['an unknown refusal', 'NOFI=Busy', 'Busy'],
    ['an empty body', '', 'empty'],
    ['blanks only', ' \r\n\t\u00a0\n', 'empty'],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x41, 0]), 'not text'],
    ['binary', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'not text'],
  ])('%s', (_, body, words) => {
    const message = refusal(body);
    expect(message).toMatchObject({ severity: 'ERROR', code: 'AMION_UNEXPECTED_RESPONSE' });
    expect(message?.text).toContain(words);
    expect(message?.context['file']).toBe('april.csv');
  });

  it('tells a missing schedule file from others', () => {
    expect(refusal('NOFI=No file')?.context['noFile']).toBe(true);
    expect(refusal('NOFI=Busy')?.context['noFile']).toBeUndefined();
  });
});

it.each([
  ['a report', 'Assignments for 4-1-26\n'],
  ['any text', 'Hello'],
  [
    'a schedule page that also offers a login',
    '<html><input name=Login><table border=1><tr bgcolor=#f6deac>',
  ],
])('%s is no refusal', (_, body) => {
  expect(refusal(body)).toBeNull();
});
