import { describe, expect, it } from 'vitest';
import { shownOptions } from './search-options.ts';

const zones = ['America/New_York', 'America/North_Dakota/New_Salem', 'Europe/York', 'Asia/Kolkata'].map(
  (value) => ({ value, label: value }),
);
const find = (search: string, keep: string | null = null) =>
  shownOptions(zones, { search, keep: keep === null ? null : { value: keep, label: keep } }).map(
    ({ value }) => value,
  );

describe('what a search among options finds', () => {
  it.each([
    ['', zones.map(({ value }) => value)],
    ['york', ['America/New_York', 'Europe/York']],
    ['york new', ['America/New_York']],
    ['new_y', ['America/New_York']],
    ['ork', []],
  ])('“%s”', (search, expected) => {
    expect(find(search)).toEqual(expected);
  });

  it('keeps what is chosen, at the end where it is not found, and also where it is no option any more', () => {
    expect(find('york', 'Asia/Kolkata')).toEqual(['America/New_York', 'Europe/York', 'Asia/Kolkata']);
    expect(find('kolk', 'Asia/Kolkata')).toEqual(['Asia/Kolkata']);
    expect(find('kolk', 'US/Eastern')).toEqual(['Asia/Kolkata', 'US/Eastern']);
  });

  it('is at most a hundred', () => {
    const many = Array.from({ length: 300 }, (_, i) => ({ value: `${i}`, label: `Reader ${i}` }));
    expect(shownOptions(many, { search: 'reader', keep: null })).toHaveLength(100);
  });
});
