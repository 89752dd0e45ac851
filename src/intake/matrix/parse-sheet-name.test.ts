import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSheetName } from './parse-sheet-name.ts';

const said = (name: string): string => {
  const title = parseSheetName(name);
  if ('reason' in title) return title.reason;
  return [
    title.category,
    title.dayType ?? 'any',
    title.scenario ?? 'both',
    `${title.start}-${title.end}`,
  ].join(' ');
};

describe('the sheets of a real matrix', () => {
  it.each([
    ['Mid Weekday Body 5 - 6 pm', 'MID WEEKDAY BODY 17:00-18:00'],
    ['Mid Weekday Neuro 5 pm - 6 pm', 'MID WEEKDAY NEURO 17:00-18:00'],
    ['Mid Weekday Neuro 6 pm - 12 am', 'MID WEEKDAY NEURO 18:00-00:00'],
    ['Mid Weekend Body 5 pm - 12 am', 'MID WEEKEND BODY 17:00-00:00'],
    ['Mid Weekend 10pm-Midnight', 'MID WEEKEND both 22:00-00:00'],
    ['Mid  12am-1am', 'MID any both 00:00-01:00'],
    ['ON Weekday Neuro 1 am - 8 am', 'ON WEEKDAY NEURO 01:00-08:00'],
    ['Day Weekday 8 am - 5 pm', 'DAY WEEKDAY both 08:00-17:00'],
    ['Mid Weekday Body 5 - 6 pm (2)', 'MID WEEKDAY BODY 17:00-18:00'],
    ['Mid Weekday Body 5 - 6 pm_2', 'MID WEEKDAY BODY 17:00-18:00'],
  ])('%s', (name, meaning) => {
    expect(said(name)).toBe(meaning);
  });
});

describe('windows', () => {
  it.each([
    ['5-6pm', '17:00-18:00'],
    ['5 – 6 PM', '17:00-18:00'],
    ['5 — 6 p.m.', '17:00-18:00'],
    ['5 to 6 pm', '17:00-18:00'],
    ['5p-6p', '17:00-18:00'],
    ['11 - 1 pm', '11:00-13:00'],
    ['10 - 12 am', '22:00-00:00'],
    ['12 - 5 pm', '12:00-17:00'],
    ['12 - 1 am', '00:00-01:00'],
    ['8 - 8 pm', '08:00-20:00'],
    ['8 - Noon', '08:00-12:00'],
    ['Noon - 5 pm', '12:00-17:00'],
    ['5 - Midnight', '17:00-00:00'],
    ['Midnight-1am', '00:00-01:00'],
    ['Midnight - Noon', '00:00-12:00'],
    ['10 pm - 2', '22:00-02:00'],
    ['5 pm - 6', '17:00-18:00'],
    ['8 am - 5', '08:00-17:00'],
    ['12 noon - 5 pm', '12:00-17:00'],
    ['10 pm - 12 Midnight', '22:00-00:00'],
    ['5 pm until 12 am', '17:00-00:00'],
    ['17:30-23:00', '17:30-23:00'],
    ['17.30-23.00', '17:30-23:00'],
    ['5.30 - 6.15 pm', '17:30-18:15'],
    ['17:30 – 24:00', '17:30-00:00'],
    ['1730-2300', '17:30-23:00'],
    ['00:00-08:00', '00:00-08:00'],
    ['08-17', '08:00-17:00'],
    ['17 - 23', '17:00-23:00'],
    ['5:30 - 6:15 pm', '17:30-18:15'],
    ['17:30 - 11 pm', '17:30-23:00'],
    ['10 pm - 7 am', '22:00-07:00'],
    ['8 am - 8 am', '08:00-08:00'],
    ['12 am - 12 am', '00:00-00:00'],
  ])('%s is %s', (window, span) => {
    expect(said(`Mid Weekday ${window}`)).toBe(`MID WEEKDAY both ${span}`);
  });

  it.each([
    '5 - 6',
    '25:00-26:00',
    '13 pm - 14 pm',
    '17:70-18:00',
    '0 am - 1 am',
    '24:00-01:00',
    '24:30 - 8 am',
    'Midnight pm - 1 am',
    'evening',
    '5 pm',
  ])('%s cannot be told', (window) => {
    expect(said(`Mid Weekday ${window}`)).toMatch(/gives no hours/);
  });

  it('a start without am or pm never makes more than twelve hours', () => {
    const hour = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(hour, hour, fc.constantFrom('am', 'pm'), (start, end, half) => {
        const title = parseSheetName(`ON ${start} - ${end} ${half}`);
        if ('reason' in title) throw new Error(title.reason);
        const minutes = (time: string): number => Number(time.slice(0, 2)) * 60;
        const length = (minutes(title.end) - minutes(title.start) + 1_440) % 1_440;
        expect(length).toBeGreaterThan(0);
        expect(length).toBeLessThanOrEqual(720);
      }),
    );
  });
});

it.each([
  ['mid  WEEKENDS,neuro (5\u00a0pm–6 pm)', 'MID WEEKEND NEURO 17:00-18:00'],
  ['5 pm - 6 pm Mid Body', 'MID any BODY 17:00-18:00'],
  ['Notes', 'its name gives no hours such as "5 pm - 12 am"'],
  ['Weekday 5 pm - 6 pm', 'its name does not begin with Mid, ON or Day'],
  ['Mid Holiday 5 pm - 6 pm', 'the word "Holiday" in its name is not known'],
  ['Mid Weekday Weekend 5 pm - 6 pm', 'its name gives more than one day type (Weekday, Weekend)'],
  ['__proto__', 'its name gives no hours such as "5 pm - 12 am"'],
  ['__proto__ 5 pm - 6 pm', 'the word "proto" in its name is not known'],
  ['constructor 5 pm - 6 pm', 'the word "constructor" in its name is not known'],
])('%s', (name, meaning) => {
  expect(said(name)).toBe(meaning);
});
