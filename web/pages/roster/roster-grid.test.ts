import { describe, expect, it } from 'vitest';
import type { ShiftType } from '#src/domain/shift-type.ts';
import { buildGrid, isByHand, isFound, unheldParts, usualHours } from './roster-grid.ts';
import type { Duty, Roster } from './roster-queries.ts';

/** `12 ON1 22:00-01:00 Marit Ashgrove`: a row of December 2026; hours before 08:00 lie on the next day. */
function duty(text: string, over: Partial<Duty> = {}): Duty {
  const [day = '', shiftType = '', hours = '', ...name] = text.split(' ');
  const [start = '', end = ''] = hours.split('-');
  const at = (clock: string, isEnd: boolean) => {
    const next = clock < '08:00' || (isEnd && clock === '00:00') ? 1 : 0;
    return `2026-12-${String(Number(day) + next).padStart(2, '0')}T${clock}:00-05:00`;
  };
  const person = {
    id: name.join(),
    name: name.join(' '),
    email: '',
    specialty: 'BOTH' as const,
    phone: null,
    pager: null,
  };
  return {
    ...{ id: text, version: 'v', scheduleDate: `2026-12-${day}`, shiftType: shiftType as ShiftType },
    ...{ from: at(start, false), to: at(end, true), start, end, person: name[0] === '---' ? null : person },
    ...{ hospitals: [], reads: [], source: 'AMION', reason: null, report: null, line: null, ...over },
  };
}
const days = (...dates: [date: string, dayType: 'WEEKDAY' | 'WEEKEND', version?: null][]): Roster['days'] =>
  dates.map(([date, dayType, version]) => ({
    date: `2026-12-${date}`,
    dayType,
    version: version === null ? null : 'v',
  }));

const DUTIES = [
  duty('12 ON1 01:00-04:00 Idris Crowhurst'),
  duty('12 ON1 22:00-01:00 Marit Ashgrove'),
  duty('12 ON1 04:00-07:00 ---'),
  duty('12 ON2 23:00-08:00 Ambrose Greavesend Jr'),
  duty('11 ON1 22:00-07:00 Marit Ashgrove', { source: 'OVERRIDE', reason: 'Sick' }),
  duty('11 ON2 23:00-08:00 Ambrose Greavesend Jr'),
];
const OPEN: Roster['open'] = [
  {
    ...{ version: 'v', scheduleDate: '2026-12-11', shiftType: 'MidC' },
    ...{ from: '2026-12-11T17:00:00-05:00', to: '2026-12-12T00:00:00-05:00' },
  },
];
const grid = buildGrid({ days: days(['11', 'WEEKDAY'], ['12', 'WEEKEND']), duties: DUTIES, open: OPEN });
const words = grid.days.map(({ date, kind, shifts }) => [
  `${date} ${kind}`,
  ...shifts.map(({ shiftType, parts }) =>
    [shiftType, ...parts.map(({ state, from }) => `${state} ${from.slice(11, 16)}`)].join(' '),
  ),
]);

it('has a row for each date and a column for each shift type that is there, parts in order of time', () => {
  expect(grid.shiftTypes).toEqual(['MidC', 'ON1', 'ON2']);
  expect(words).toEqual([
    ['2026-12-11 weekday', 'MidC open 17:00', 'ON1 held 22:00', 'ON2 held 23:00'],
    ['2026-12-12 weekend', 'MidC', 'ON1 held 22:00 held 01:00 vacant 04:00', 'ON2 held 23:00'],
  ]);
});

it('tells weekends from holidays, and dates without a schedule', () => {
  const { days: found } = buildGrid({
    ...{ duties: [], open: [] },
    days: days(['24', 'WEEKDAY'], ['25', 'WEEKEND'], ['26', 'WEEKEND'], ['27', 'WEEKEND', null]),
  });
  expect(found.map(({ kind, hasSchedule }) => `${kind} ${hasSchedule}`)).toEqual([
    'weekday true',
    'holiday true',
    'weekend true',
    'weekend false',
  ]);
});

it('lists what nobody holds, open shifts too', () => {
  expect(unheldParts(grid).map(({ date, shiftType, state }) => `${date} ${shiftType} ${state}`)).toEqual([
    '2026-12-11 MidC open',
    '2026-12-12 ON1 vacant',
  ]);
});

it('knows the usual hours of whole shifts', () => {
  expect([...usualHours(grid)]).toEqual([
    ['ON1', '22:00–07:00'],
    ['ON2', '23:00–08:00'],
  ]);
});

describe('the search by person', () => {
  const [part] = grid.days[1]?.shifts[2]?.parts ?? [];
  it.each([
    ['greav', true],
    ['ambrose jr', true],
    ['Marit', false],
    [' ', false],
  ])('%s: %s', (search, expected) => {
    expect(part && isFound(part, search)).toBe(expected);
  });
});

it('knows what was entered by hand', () => {
  expect(grid.days[0]?.shifts.flatMap(({ parts }) => parts.map(isByHand))).toEqual([false, true, false]);
});
