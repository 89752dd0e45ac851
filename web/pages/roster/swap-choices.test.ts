import { describe, expect, it } from 'vitest';
import type { ShiftType } from '#src/domain/shift-type.ts';
import type { Duty } from './roster-queries.ts';
import { listSwapChoices, swapClashes } from './swap-choices.ts';

/** `12 ON1 Ames 12T22 13T07`: a row of December 2026, with the hours in which it is lived. */
function duty(text: string): Duty {
  const [day = '', shiftType = '', name = '', from = '', to = ''] = text.split(' ');
  const at = (moment: string) => `2026-12-${moment.replace('T', 'T')}:00:00-05:00`;
  const person = {
    id: name,
    name,
    email: `${name}@x.org`,
    specialty: 'BOTH' as const,
    phone: null,
    pager: null,
  };
  return {
    ...{ id: text, version: 'v', scheduleDate: `2026-12-${day}`, shiftType: shiftType as ShiftType },
    ...{ from: at(from), to: at(to), start: null, end: null, person: name === '---' ? null : person },
    ...{ hospitals: [], reads: [], source: 'AMION', reason: null, report: null, line: null },
  };
}
const OWN = duty('12 ON1 Ames 12T22 13T07');
const OTHERS = [
  duty('20 MidC Cole 20T17 21T00'),
  duty('12 ON2 Drew 12T23 13T08'),
  duty('11 ON2 Drew 11T23 12T08'),
  duty('12 MidC --- 12T17 13T00'),
  duty('13 ON1 Ames 13T22 14T07'),
  duty('13 ON2 Cole 14T01 14T04'),
  duty('13 ON2 Cole 14T05 14T08'),
];
const choices = (search = '', now = '2026-12-12T12:00:00-05:00') =>
  listSwapChoices([OWN, ...OTHERS], OWN, { now: Date.parse(now), search }).map(({ id }) => id.slice(0, 11));

describe('shifts to swap with', () => {
  it('are those of others that have not ended, the nearest first, two parts of one person once', () => {
    expect(choices()).toEqual(['12 ON2 Drew', '13 ON2 Cole', '20 MidC Col']);
  });
  it.each([
    ['by person', 'cole', ['13 ON2 Cole', '20 MidC Col']],
    ['by shift type', 'midc', ['20 MidC Col']],
    ['by date', 'sun 20 dec', ['20 MidC Col']],
    ['by nothing there is', 'nobody', []],
  ])('are narrowed %s', (_, search, expected) => {
    expect(choices(search)).toEqual(expected);
  });
});

describe('what stands against a swap', () => {
  it.each([
    ['nothing on the same night', [], duty('12 ON2 Drew 12T23 13T08'), []],
    [
      'two shifts at once',
      [duty('12 MidL Drew 12T16 13T00')],
      duty('14 ON2 Drew 14T23 15T08'),
      ['Drew is on MidL from Sat 12 Dec, 16:00 to 00:00.'],
    ],
    [
      'too little rest before and after, of both',
      [duty('13 MidC Drew 13T15 14T00'), duty('14 MidL Ames 14T12 14T20')],
      duty('14 ON2 Drew 14T23 15T08'),
      [
        'Drew goes on MidC at Sun 13 Dec, 15:00, 8 h after.',
        'Ames comes off MidL at Mon 14 Dec, 20:00, 3 h before.',
      ],
    ],
  ])('%s', (_, more, other, expected) => {
    expect(swapClashes([OWN, other, ...more], OWN, other)).toEqual(expected);
  });
});
