import { expect, it } from 'vitest';
import { checkUser, type UserDraft } from './user-draft.ts';

const USER: UserDraft = { email: 'desk@ashby.test', role: 'USER', department: 'Ashby', password: '' };

it.each([
  ['nothing', {}, {}],
  ['a good password', { password: 'nine herons wade at low tide' }, {}],
  ['no email', { email: ' ' }, { email: expect.any(String) }],
  ['no department', { department: '' }, { department: expect.any(String) }],
  ['no department of an administrator', { role: 'ADMIN', department: '' }, {}],
  ['a short password', { password: 'kettle' }, { password: expect.stringContaining('15') }],
  ['a password that is guessed', { password: 'radiology2026radiology' }, { password: expect.any(String) }],
] as const)('a new user with %s', (_, over, faults) => {
  expect(checkUser({ ...USER, ...over })).toEqual(faults);
});
