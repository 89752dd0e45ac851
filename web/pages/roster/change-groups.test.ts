import { describe, expect, it } from 'vitest';
import { groupChanges, mayTakeBack } from './change-groups.ts';

type Entry = Parameters<typeof groupChanges>[0][number];

function entry(id: string, over: Partial<Entry>): Entry {
  return {
    ...{ id, version: 'v', status: 'PRODUCTION', date: '2026-12-12', shiftType: 'ON2', source: 'OVERRIDE' },
    ...{ person: { name: 'Noor Vexley', email: '' }, start: null, end: null, reason: 'Sick', replaced: [] },
    ...{ createdAt: '2026-12-13T07:31:00.000Z', createdBy: 'u', createdByName: 'chief@harbor.test', ...over },
  };
}
const greavesend = { name: 'Ambrose Greavesend Jr', email: '' };
const replaced = [{ person: 'Ambrose Greavesend Jr', start: '23:00', end: '08:00' }];

describe('changes by hand', () => {
  it('are told whole: parts of a shift, and both shifts of a swap', () => {
    const groups = groupChanges([
      entry('c', { createdAt: '2026-12-13T09:00:00.000Z', date: '2026-12-14', reason: 'Asked for' }),
      entry('d', { createdAt: '2026-12-13T09:00:00.000Z', person: greavesend, reason: 'Asked for' }),
      entry('a', { start: '02:30', end: '08:00', replaced }),
      entry('b', { start: '23:00', end: '02:30', person: greavesend, replaced }),
    ]);
    expect(groups.map(({ entry: id, reason, lastDate }) => `${id} ${reason} ${lastDate}`)).toEqual([
      'c Asked for 2026-12-14',
      'a Sick 2026-12-12',
    ]);
    expect(groups[1]?.shifts).toEqual([
      {
        ...{ date: '2026-12-12', shiftType: 'ON2', before: 'Ambrose Greavesend Jr 23:00–08:00' },
        now: 'Noor Vexley 02:30–08:00, Ambrose Greavesend Jr 23:00–02:30',
      },
    ]);
    expect(groups[0]?.shifts.map(({ date, now }) => `${date} ${now}`)).toEqual([
      '2026-12-12 Ambrose Greavesend Jr',
      '2026-12-14 Noor Vexley',
    ]);
  });

  it('of two people at the same moment are two', () => {
    expect(groupChanges([entry('a', {}), entry('b', { createdBy: 'w' })])).toHaveLength(2);
  });

  it('leave a vacancy where nobody is on', () => {
    expect(groupChanges([entry('a', { person: null, replaced })])[0]?.shifts[0]?.now).toBe('nobody');
  });

  it.each([
    ['tonight', '2026-12-12', 'PRODUCTION', true],
    ['until the morning after', '2026-12-13', 'PRODUCTION', true],
    ['when it is over', '2026-12-14', 'PRODUCTION', false],
    ['in an archived version', '2026-12-12', 'ARCHIVED', false],
  ] as const)('can be taken back %s: %s', (_, today, status, expected) => {
    const [group] = groupChanges([entry('a', { status })]);
    expect(group && mayTakeBack(group, today)).toBe(expected);
  });
});
