import { describe, expect, it } from 'vitest';
import { parseLocalDate } from '#src/domain/local-date.ts';
import { copyKey, hostOf, listMonths, reportName, reportUrl } from './report-request.ts';

const date = (text: string): NonNullable<ReturnType<typeof parseLocalDate>> => {
  const parsed = parseLocalDate(text);
  if (!parsed) throw new Error(text);
  return parsed;
};
const access = { base: 'https://amion.example/', login: 'a b&c' };

it.each([
  ['625c' as const, { year: 2026, month: 4 }, 'Rpt=625c&Month=4-26&Day=1&Days=30'],
  ['619' as const, { year: 2028, month: 2 }, 'Rpt=619&Month=2-28&Day=1&Days=29'],
  ['706' as const, { year: 2105, month: 12 }, 'Rpt=706&Month=12-05&Day=1&Days=31'],
])('asks for %s of a month', (kind, month, query) => {
  expect(reportUrl(access, kind, month)).toBe(`https://amion.example/cgi-bin/ocs?Lo=a%20b%26c&${query}`);
});

it.each([
  ['2026-04-01', '2026-04-30', ['2026-4']],
  ['2026-11-20', '2027-02-01', ['2026-11', '2026-12', '2027-1', '2027-2']],
  ['2026-04-02', '2026-03-31', []],
])('%s to %s lies in months', (from, to, months) => {
  expect(listMonths(date(from), date(to)).map(({ year, month }) => `${year}-${month}`)).toEqual(months);
});

describe('the login', () => {
  it('stands in no name and no key', () => {
    const secret = { base: 'https://amion.example', login: 'secret' };
    const key = copyKey(secret, '619', { year: 2026, month: 4 });
    expect(key + reportName('619', { year: 2026, month: 4 })).not.toContain('secret');
    expect(key).not.toBe(copyKey({ ...secret, login: 'other' }, '619', { year: 2026, month: 4 }));
    expect(key).toBe(copyKey({ ...secret, base: 'https://amion.example/' }, '619', { year: 2026, month: 4 }));
  });
});

it('tells host and port of a base', () => {
  expect(hostOf('http://127.0.0.1:8080/x')).toBe('127.0.0.1:8080');
});

it.each(['', 'amion', 'ftp://amion.example', 'file:///etc'])('refuses the base "%s"', (base) => {
  expect(() => hostOf(base)).toThrow('no address');
});
