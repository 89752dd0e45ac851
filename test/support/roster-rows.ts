import type { PersonId, RosterEntryId } from '#src/domain/ids.ts';
import type { Person } from '#src/domain/person.ts';
import type { RosterReading, RosterRow, SetAsideRow } from '#src/domain/roster.ts';
import { type BuiltRoster, buildRoster } from '#src/intake/roster/build-roster.ts';
import type { RosterContext } from '#src/intake/roster/left-out-row.ts';
import { date, time } from './schedule-facts.ts';

const person = (id: string, name: string, aliases: string[] = []): Person => ({
  ...{ id: id as PersonId, name, email: `${id}@example.org`, specialty: 'BOTH', active: true, aliases },
  ...{ amionId: null, phone: null, pager: null },
});
const PEOPLE = [
  person('ames', 'Nora Ames'),
  person('cole', 'Ivo Cole', ['Cole']),
  person('coleb', 'Ida Cole', ['Cole']),
];

let line = 0;
/** `2026-04-09 ON1 22:00-07:00 Ames, Nora`; `---` is nobody. Lines count on. */
export function rosterRow(text: string, rest: Partial<RosterRow> = {}): RosterRow {
  const [on = '', assignment = '', hours = '', ...name] = text.split(' ');
  const [start = '', end = ''] = hours.split('-');
  const named = name.join(' ');
  line += 1;
  return {
    ...{
      file: '625c.txt',
      line,
      name: named === '---' ? null : named,
      staffId: null,
      assignment,
      assignmentId: null,
    },
    ...{ date: date(on), start: time(start), end: time(end), marker: false, staffType: null, email: null },
    ...{ pager: null, phone: null, note: null, division: null, text, ...rest },
  };
}

export const setAsideRow = (fate: SetAsideRow['fate'], reason: string): SetAsideRow => ({
  file: '625c.txt',
  line: 1,
  text: '',
  fate,
  reason,
});

/** What the intake makes of rows, for April 2026, where every shift type but DAY has shifts. */
export function builtRoster(
  rows: RosterRow[],
  rest: Partial<RosterContext> = {},
  aside: SetAsideRow[] = [],
): BuiltRoster {
  const reading: RosterReading = { reports: [], rows, setAside: aside, staff: [], messages: [] };
  let ids = 0;
  return buildRoster(reading, {
    ...{ from: date('2026-04-01'), to: date('2026-04-30'), people: PEOPLE, members: new Set<PersonId>() },
    mapping: [{ assignment: 'Vacation', shiftType: null }],
    hasInstance: (_, shiftType) => shiftType !== 'DAY',
    ...{
      allowPartial: false,
      rolloverHour: time('08:00'),
      newEntryId: () => `entry-${ids++}` as RosterEntryId,
      ...rest,
    },
  });
}

/** Severity and key of each message. */
export const messageKeys = (built: BuiltRoster): string[] =>
  built.messages.map(({ severity, context }) => `${severity} ${context.key}`);
