import { describe, expect, test } from 'vitest';
import { dayOfWeek, eachDate, type LocalDate } from '#src/domain/local-date.ts';
import type { ShiftType } from '#src/domain/shift-type.ts';
import { EXAMPLE_PEOPLE, getExamplePerson } from './people.ts';
import { computeRota, type RotaShift, vacationWeek } from './rota.ts';

const day = (text: string): LocalDate => text as LocalDate;
const holderOf = (rota: RotaShift[], date: LocalDate, shiftType: ShiftType): string | undefined =>
  rota.find((shift) => shift.date === date && shift.shiftType === shiftType)?.person.rosterName;

test.each([
  ['the first in the list', 'Ashgrove', '2026-10-05', '2026-10-11'],
  ['the last in the list', 'Vexley', '2026-12-28', '2027-01-03'],
])('%s is on vacation from the first Monday on, a week after the one before', (_, name, monday, sunday) => {
  const week = vacationWeek(getExamplePerson(name), EXAMPLE_PEOPLE, day('2026-10-01'));
  expect([week[0], week.at(-1), week.length]).toEqual([monday, sunday, 7]);
});

test('a period that begins on a Monday begins with a vacation week', () => {
  expect(vacationWeek(getExamplePerson('Ashgrove'), EXAMPLE_PEOPLE, day('2026-10-05'))[0]).toBe('2026-10-05');
});

describe('a rota', () => {
  test('has one holder for each shift type a day, none for Day on weekends and holidays', () => {
    const holiday = day('2026-11-26');
    const dates = eachDate(day('2026-10-01'), day('2026-12-31'));
    const rota = computeRota(EXAMPLE_PEOPLE, day('2026-10-01'), day('2026-12-31'), [holiday]);
    for (const date of dates) {
      const held = rota.filter((shift) => shift.date === date);
      const expected = dayOfWeek(date) > 5 || date === holiday ? 5 : 6;
      expect(new Set(held.map((shift) => shift.shiftType)).size, date).toBe(expected);
      expect(new Set(held.map((shift) => shift.person)).size, date).toBe(expected);
    }
  });

  test('is fair: in three months the busiest has 46 shifts, the neuro-only reader with the fewest 30', () => {
    const holidays = [day('2026-11-26'), day('2026-12-25')];
    const rota = computeRota(EXAMPLE_PEOPLE, day('2026-10-01'), day('2026-12-31'), holidays);
    const counts = EXAMPLE_PEOPLE.map((person) => rota.filter((shift) => shift.person === person).length);
    expect([Math.min(...counts), Math.max(...counts)]).toEqual([30, 46]);
  });

  test('keeps a shift with one person for a block, and gives a block of nights a block off', () => {
    const rota = computeRota(EXAMPLE_PEOPLE, day('2026-10-01'), day('2026-11-30'), []);
    expect(holderOf(rota, day('2026-10-05'), 'ON1')).toBe(holderOf(rota, day('2026-10-08'), 'ON1'));
    const afterNights = rota.filter(
      (shift) =>
        shift.person === getExamplePerson('Vexley') && shift.date > '2026-10-08' && shift.date < '2026-10-12',
    );
    expect(holderOf(rota, day('2026-10-08'), 'ON1')).toBe('Vexley, Noor');
    expect(afterNights).toEqual([]);
  });
});

test('too few people for a night are a broken expectation', () => {
  expect(() => computeRota(EXAMPLE_PEOPLE.slice(0, 3), day('2026-10-01'), day('2026-10-31'), [])).toThrow(
    'Nobody can hold',
  );
});

test('nobody is found under a name that the example does not have', () => {
  expect(() => getExamplePerson('Nemo')).toThrow('The example has nobody called Nemo.');
});
