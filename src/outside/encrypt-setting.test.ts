import { expect, it } from 'vitest';
import { decryptSetting, encryptSetting } from './encrypt-setting.ts';

const SECRET = 'a secret of more than thirty-two characters';

it('a setting comes back under the same secret, and its text stands nowhere in what is stored', () => {
  const stored = encryptSetting('hexrad-login', SECRET);
  expect(stored.toString('latin1')).not.toContain('hexrad');
  expect(decryptSetting(stored, SECRET)).toBe('hexrad-login');
});

it('two encryptions of one text differ', () => {
  expect(encryptSetting('x', SECRET).equals(encryptSetting('x', SECRET))).toBe(false);
});

it.each([
  ['another secret', (stored: Buffer) => decryptSetting(stored, `${SECRET}!`)],
  ['no secret', (stored: Buffer) => decryptSetting(stored, null)],
  [
    'a changed byte',
    (stored: Buffer) => decryptSetting(Buffer.from(stored.map((b, i) => (i === 30 ? b ^ 1 : b))), SECRET),
  ],
])('with %s it is refused by a coded error', (_, decrypt) => {
  expect(() => decrypt(encryptSetting('hexrad-login', SECRET))).toThrow(
    expect.objectContaining({ code: 'BAD_REQUEST' }),
  );
});
