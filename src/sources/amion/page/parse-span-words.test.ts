import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toClockTime } from '#src/domain/clock-time.ts';
import { renderLongTime, renderShortSpan } from '#src/example/render-clock-words.ts';
import { findSpanAtEnd, parseSpanWords, parseSplitTitle } from './parse-span-words.ts';

describe('hours in words', () => {
  it.each([
    ['8a-5p', '08:00', '17:00'],
    ['10p-7a', '22:00', '07:00'],
    ['12p-8p', '12:00', '20:00'],
    ['4p-12a', '16:00', '00:00'],
    ['7a to 7a', '07:00', '07:00'],
    ['5:30p to 9p', '17:30', '21:00'],
    ['730a-1030p', '07:30', '22:30'],
    ['10:00 pm - 1:00 am', '22:00', '01:00'],
    ['noon – midnight', '12:00', '00:00'],
    ['12n-12m', '12:00', '00:00'],
    ['8 a.m. to 5 p.m.', '08:00', '17:00'],
    ['2200-0700', '22:00', '07:00'],
    ['17:30 - 23:00', '17:30', '23:00'],
    ['8-5p', '08:00', '17:00'],
    ['1-5p', '13:00', '17:00'],
    ['11a-7', '11:00', '19:00'],
    ['11 - 1 pm', '11:00', '13:00'],
  ])('%s is %s to %s', (text, start, end) => {
    expect(parseSpanWords(text)).toEqual({ start, end });
  });

  it.each(['', '8a', '8-5', '13p-5p', '8a-25', '8:75a-9a', '0p-5p', 'Day', '4-1', '555-0154', 'a-b'])(
    '%s is none',
    (text) => {
      expect(parseSpanWords(text)).toBeNull();
    },
  );

  it('reads back what pages write', () => {
    const time = fc.integer({ min: 0, max: 1439 }).map((minute) => toClockTime(minute));
    fc.assert(
      fc.property(time, time, fc.constantFrom('-', ' to '), (start, end, between) => {
        const hours = { start: start.replace(':', ''), end: end.replace(':', '') };
        expect(parseSpanWords(renderShortSpan(hours, between))).toEqual({ start, end });
        const title = `Split shift: \r${renderLongTime(hours.start)} - ${renderLongTime(hours.end)}: Lee Obi`;
        expect(parseSplitTitle(title)).toMatchObject([{ span: { start, end }, name: 'Lee Obi' }]);
      }),
    );
  });
});

it.each([
  ['ON1 10p-7a', 'ON1', '22:00'],
  ['Mid 3 (12p-8p)', 'Mid 3', '12:00'],
  ['8a-5p', '', '08:00'],
])('finds the hours at the end of %s', (text, before, start) => {
  expect(findSpanAtEnd(text)).toMatchObject({ before, span: { start } });
});

it.each(['Day', 'Team 4-1', 'Mid3'])('finds no hours in %s', (text) => {
  expect(findSpanAtEnd(text)).toBeNull();
});

describe('the title of a split cell', () => {
  const parts = [
    { name: 'Paul Grant Jr', span: { start: '22:00', end: '01:00' } },
    { name: '---', span: { start: '01:00', end: '04:00' } },
    { name: 'Freja Esk', span: { start: '04:00', end: '07:00' } },
  ];
  const lines = [
    '10:00 pm - 1:00 am: Paul Grant Jr',
    '1:00 am - 4:00 am: ---',
    '4:00 am - 7:00 am: Freja Esk',
  ];

  it.each([
    ['bare CR', '\r'],
    ['LF', '\n'],
    ['a blank, where a program lost the line ends', ' '],
  ])('is divided by %s', (_, divider) => {
    expect(parseSplitTitle(['Three-way split: ', ...lines].join(divider))).toMatchObject(parts);
  });

  it('has no parts without hours', () => {
    expect(parseSplitTitle('Split shift: see the note')).toEqual([]);
  });

  it('keeps a part whose hours are no hours', () => {
    expect(parseSplitTitle('Split: \r13:00 pm - 25: Lee')).toMatchObject([{ span: null, name: 'Lee' }]);
  });
});
