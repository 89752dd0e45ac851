import { describe, expect, it } from 'vitest';
import { aboutJob, durationText } from './jobs-query.ts';

describe('how long a job took', () => {
  const from = '2026-11-26T22:00:00.000Z';
  it.each([
    ['2026-11-26T22:00:00.420Z', '0.4 s'],
    ['2026-11-26T22:00:42.000Z', '42 s'],
    ['2026-11-26T22:03:20.000Z', '3 min 20 s'],
    ['2026-11-26T23:05:00.000Z', '1 h 5 min'],
  ])('until %s: %s', (to, text) => expect(durationText(from, to, 0)).toBe(text));
  it('goes on until now while it runs', () => {
    expect(durationText(from, null, Date.parse('2026-11-26T22:00:15Z'))).toBe('15 s');
  });
  it('is nothing before it begins', () => expect(durationText(null, null, 0)).toBeNull());
});

describe('what a job is about', () => {
  const file = (name: string) => ({ name, checksum: 'a' });
  const dates = { from: '2026-12-01', to: '2026-12-31' };
  it.each([
    [{ ...dates, matrix: file('m.ods'), roster: 'feed' }, 'm.ods · 1–31 Dec 2026'],
    [{ ...dates, matrix: file('m.ods'), roster: [file('a.csv')] }, 'm.ods, a.csv · 1–31 Dec 2026'],
    [{ matrix: file('m.ods'), roster: [file('a'), file('b')] }, 'm.ods and 2 more'],
    [{ department: 'HARBOR', months: 2 }, '2 months'],
    [{}, ''],
    [null, ''],
  ])('%j: %s', (payload, text) => expect(aboutJob({ payload })).toBe(text));
});
