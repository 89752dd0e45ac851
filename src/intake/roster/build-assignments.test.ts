import { describe, expect, it } from 'vitest';
import { date, roster } from '#test/support/schedule-facts.ts';
import type { AssignmentId, RosterEntryId, ShiftInstanceId } from '../../domain/ids.ts';
import type { ShiftType } from '../../domain/shift-type.ts';
import { type AssignableInstance, buildAssignments, groupByShift } from './build-assignments.ts';

const shift = (id: string, on: string, shiftType: ShiftType): AssignableInstance => ({
  id: id as ShiftInstanceId,
  date: date(on),
  shiftType,
});
const INSTANCES = groupByShift([
  shift('early', '2026-04-09', 'ON1'),
  shift('late', '2026-04-09', 'ON1'),
  shift('other', '2026-04-09', 'ON2'),
  shift('tomorrow', '2026-04-10', 'ON1'),
]);

function assigned(entries: ReturnType<typeof roster>): string[] {
  let ids = 0;
  return buildAssignments(entries, INSTANCES, new Map(), () => `a${ids++}` as AssignmentId).map(
    ({ personId, instanceId }) => `${personId} ${instanceId}`,
  );
}

describe('who is assigned to which shifts', () => {
  it.each<[string, Parameters<typeof roster>, string[]]>([
    ['every shift of the type and date', ['2026-04-09', { ON1: 'Ames' }], ['Ames early', 'Ames late']],
    [
      'one person with two parts once',
      ['2026-04-09', { ON1: 'Ames 22:00-01:00, Ames 04:00-07:00' }],
      ['Ames early', 'Ames late'],
    ],
    [
      'two people with a part each',
      ['2026-04-09', { ON2: 'Ames 22:00-01:00, Cole 01:00-07:00' }],
      ['Ames other', 'Cole other'],
    ],
    [
      'one person on two shift types',
      ['2026-04-09', { ON1: 'Ames', ON2: 'Ames' }],
      ['Ames early', 'Ames late', 'Ames other'],
    ],
    ['nobody for a vacancy', ['2026-04-09', { ON1: '---' }], []],
    ['nobody where there is no shift', ['2026-04-11', { ON1: 'Ames' }], []],
  ])('%s', (_, given, expected) => {
    expect(assigned(roster(...given))).toEqual(expected);
  });

  it('keeps the entry, its source and the name that the roster uses', () => {
    const [entry] = roster('2026-04-10', { ON1: 'Ames' });
    const names = new Map([[entry?.id as RosterEntryId, 'Night Call A']]);
    expect(buildAssignments(entry ? [entry] : [], INSTANCES, names, () => 'a' as AssignmentId)).toEqual([
      {
        ...{ id: 'a', personId: 'Ames', instanceId: 'tomorrow', date: '2026-04-10' },
        ...{ originalShiftType: 'Night Call A', source: 'AMION', entryId: entry?.id },
      },
    ]);
  });
});
