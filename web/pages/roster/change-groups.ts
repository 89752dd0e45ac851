/**
 * Changes by hand as they were made: everything that one of them brought stands in one line, newest first. Noor Vexley put on
 * ON2 from 02:30 is one change, though it left Greavesend a row of his own until then.
 */
import type { ShiftType } from '#src/domain/shift-type.ts';
import type { Schemas } from '#web/client/api.ts';
import { addDays } from '#web/words/moments.ts';

type Entry = Schemas['HandMadeEntry'];

export interface ChangedShift {
  date: string;
  shiftType: ShiftType;
  /** `Noor Vexley 02:30–08:00, Ambrose Greavesend Jr 23:00–02:30` */
  now: string;
  /** Who held it until then; empty where that is not known, or the shift was open. */
  before: string;
}

export interface ChangeGroup {
  /** Any entry of it: what to name when it is taken back. */
  entry: string;
  version: string;
  status: Entry['status'];
  shifts: ChangedShift[];
  reason: string;
  by: string;
  /** Instant, in UTC. */
  at: string;
  /** The last of its schedule dates. */
  lastDate: string;
}

/** In the order of the list. */
export function groupChanges(entries: readonly Entry[]): ChangeGroup[] {
  const groups = Map.groupBy(entries, ({ version, createdAt, createdBy }) =>
    [version, createdAt, createdBy].join(),
  );
  return [...groups.values()].flatMap((group): ChangeGroup[] => {
    const [first] = group;
    if (!first) return [];
    const dates = group.map(({ date }) => date).toSorted();
    return [
      {
        ...{ entry: first.id, version: first.version, status: first.status, at: first.createdAt },
        shifts: shiftsOf(group),
        reason: first.reason ?? '',
        by: first.createdByName ?? 'a user who is gone',
        lastDate: dates.at(-1) ?? first.date,
      },
    ];
  });
}

function shiftsOf(entries: readonly Entry[]): ChangedShift[] {
  const shifts = Map.groupBy(entries, ({ date, shiftType }) => `${date} ${shiftType}`);
  return [...shifts.values()]
    .flatMap((parts) => {
      const [first] = parts;
      if (!first) return [];
      const now = parts.map(({ person, start, end }) => held(person?.name ?? null, start, end));
      const before = first.replaced.map(({ person, start, end }) => held(person, start, end));
      const { date, shiftType } = first;
      return [{ date, shiftType, now: now.join(', '), before: before.join(', ') }];
    })
    .toSorted((a, b) => (a.date + a.shiftType < b.date + b.shiftType ? -1 : 1));
}

const held = (person: string | null, start: string | null, end: string | null): string =>
  `${person ?? 'nobody'}${start && end ? ` ${start}–${end}` : ''}`;

/** A shift that is over stays as it was lived; a night ends on the day after its date. */
export const mayTakeBack = ({ status, lastDate }: ChangeGroup, today: string): boolean =>
  status !== 'ARCHIVED' && addDays(lastDate, 1) >= today;
