import { describe, expect, it } from 'vitest';
import { leaveOrder, soughtHours, swapOrder, takeOrder } from './change-orders.ts';
import type { Shift, ShiftPart } from './roster-grid.ts';
import type { Duty } from './roster-queries.ts';

const person = (name: string): Duty['person'] => ({
  ...{ id: name, name, email: `${name}@x.org`, specialty: 'BOTH', phone: null, pager: null },
});
function part(name: string | null, start: string | null, end: string | null): ShiftPart {
  const duty = {
    person: name && person(name),
    start,
    end,
    scheduleDate: '2026-12-12',
    shiftType: 'ON2',
  } as Duty;
  return {
    ...{ key: `${start}`, date: '2026-12-12', shiftType: 'ON2', state: name ? 'held' : 'vacant', duty },
    ...{ from: '', to: '' },
  };
}
const asked = (parts: ShiftPart[], hours: { start: string; end: string } | null = null, version?: string) => {
  const shift: Shift = { shiftType: 'ON2', parts };
  return { part: parts[0] as ShiftPart, shift, hours, version };
};
const WHOLE = part('ames', '23:00', '08:00');
const SPLIT = [part('ames', '23:00', '04:00'), part('cole', '04:00', '08:00')];
const LATE = { start: '02:30', end: '08:00' };
const ON2 = { date: '2026-12-12', shiftType: 'ON2' };

describe('taking somebody off', () => {
  it.each([
    ['the whole of a shift', asked([WHOLE]), {}],
    ['some hours of it', asked([WHOLE], LATE), { from: '02:30', to: '08:00' }],
    ['a part of a split shift', asked(SPLIT), { from: '23:00', to: '04:00' }],
    ['in a version that is named', asked([WHOLE], null, 'v'), { version: 'v' }],
  ])('%s', (_, question, fields) => {
    expect(leaveOrder(question)).toEqual({ kind: 'unassign', ...ON2, person: 'ames@x.org', ...fields });
  });
  it('is nothing where nobody is on', () => {
    expect(leaveOrder(asked([part(null, null, null)]))).toBeNull();
  });
});

describe('putting somebody on', () => {
  it.each([
    ['has the hours of whoever was on', asked([WHOLE]), { from: '23:00', to: '08:00' }],
    ['or those that were chosen', asked([WHOLE], LATE), { from: '02:30', to: '08:00' }],
    ['the whole of a vacancy without hours', asked([part(null, null, null)]), {}],
    ['and of a day of 24 hours', asked([part('ames', '07:00', '07:00')]), {}],
  ])('%s', (_, question, fields) => {
    expect(takeOrder(question, 'drew@x.org')).toEqual({
      kind: 'assign',
      ...ON2,
      person: 'drew@x.org',
      ...fields,
    });
  });
});

it('a swap names the other shift in return', () => {
  const other = { ...(WHOLE.duty as Duty), scheduleDate: '2026-12-14', person: person('drew') };
  expect(swapOrder(asked([WHOLE]), other)).toEqual({
    ...{ kind: 'swap', ...ON2, person: 'drew@x.org', inReturn: { date: '2026-12-14', shiftType: 'ON2' } },
  });
  expect(swapOrder(asked(SPLIT), other)).toMatchObject({ from: '23:00', to: '04:00' });
  expect(swapOrder(asked([WHOLE]), { ...other, person: null })).toBeNull();
});

it('somebody is looked for the whole shift, or for the hours that are lost', () => {
  expect([soughtHours(asked([WHOLE])), soughtHours(asked(SPLIT)), soughtHours(asked([WHOLE], LATE))]).toEqual(
    [null, { start: '23:00', end: '04:00' }, LATE],
  );
});
