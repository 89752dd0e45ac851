import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_PASSWORD, MIN_PASSWORD, passwordFault } from './password-rule.ts';

const OWNER = 'crowhurst@ashby.test';
const may = (password: string): boolean => passwordFault(password, OWNER) === null;

describe('a password that may be used', () => {
  it.each([
    ['a sentence', 'the kettle sings at dusk'],
    ['lower-case letters only', 'velvetharpoontrombone'],
    ['exactly fifteen characters', 'gloomy walrus 7'],
    ['made by a program', 'xK9vTq2mLw8Zr4N'],
    ['in another script', 'старый медный чайник поёт'],
    ['with a common word among others', 'password kettle harpoon dusk'],
    ['of 64 characters', 'ten blue herons waded past the broken mill while Oskar counted 9'],
  ])('%s', (_, password) => expect(may(password)).toBe(true));

  it('may be as long as the limit', () => {
    const sentence = 'every lamp on the pier was out but one '.repeat(7).slice(0, MAX_PASSWORD - 4);
    expect(may(`${sentence} owl`)).toBe(true);
  });
});

describe('a password that is refused', () => {
  it.each([
    ['too short', 'velvet harpoon', /at least 15/],
    ['too short, though it has many bytes', '🦉🦉🦊🦊🐻🐻🐼🐼', /at least 15/],
    ['too long', 'v3 '.repeat(100), /at most 256/],
    ['one character again and again', 'aaaaaaaaaaaaaaaaaa', /easy to guess/],
    ['a piece again and again', 'abc1abc1abc1abc1', /easy to guess/],
    ['digits in order', '1234567890123456', /easy to guess/],
    ['a row of the keyboard', 'qwertyuiopasdfgh', /easy to guess/],
    ['a common word with digits', 'Password12345678', /easy to guess/],
    ['a common word in disguise', 'P@ssw0rd!P@ssw0rd!', /easy to guess/],
    ['seasons and years', 'Winter2026Summer2026', /easy to guess/],
    ['the words of the place', 'radiology schedule 1', /easy to guess/],
    ['a phrase that everybody knows', 'correct horse battery staple', /easy to guess/],
    ['the owner', 'crowhurst crowhurst1', /easy to guess/],
    ['the owner at the place', 'crowhurst@ashby123', /easy to guess/],
  ])('%s', (_, password, why) => expect(passwordFault(password, OWNER)).toMatch(why));
});

it('never takes a short one, and never fails', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: MIN_PASSWORD - 1 }), (password) => {
      fc.pre([...password.normalize('NFKC')].length < MIN_PASSWORD);
      expect(may(password)).toBe(false);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string(), (password, email) => {
      const fault = passwordFault(password, email);
      expect(fault === null || fault.length > 20).toBe(true);
    }),
  );
});
