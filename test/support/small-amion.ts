import { afterAll } from 'vitest';
import type { LocalDate } from '#src/domain/local-date.ts';
import { type AmionServer, startAmionServer } from '#src/example/amion-server.ts';
import type { ExampleAssignment, ExampleRoster, ExampleStaff } from '#src/example/roster.ts';
import { rosterLines, WEEK } from './small-schedule.ts';

export const SMALL_LOGIN = 'the login of the ward';

export interface SmallAmion extends AmionServer {
  /** Puts another roster in the place of the one it serves: lines as `rosterLine` makes them. */
  serve(lines: readonly string[]): void;
}

/** A local Amion that serves the small schedule, stopped after the file's last test. */
export async function startSmallAmion(asOf = 'Apr 7 18:30 2026'): Promise<SmallAmion> {
  const roster = toRoster(rosterLines(WEEK));
  const server = await startAmionServer({ roster, asOf, login: SMALL_LOGIN });
  afterAll(() => server.stop());
  return Object.assign(server, {
    serve: (lines: readonly string[]) => void Object.assign(roster, toRoster(lines)),
  });
}

const LINE = /^"([^"]*)",0,0,"([^"]*)",0,0,(\d+)-(\d+)-(\d+),(\d+),(\d+)$/;

function toRoster(lines: readonly string[]): ExampleRoster {
  const assignments = lines.map((line): ExampleAssignment => {
    const [, staffName = '', name = '', month = '', day = '', year, start = '', end = ''] =
      LINE.exec(line) ?? [];
    const date = `20${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` as LocalDate;
    return {
      name,
      uniqueId: '0',
      backupId: '0',
      staffName,
      staffUniqueId: '0',
      date,
      start,
      end,
      type: 'o',
      note: '',
      grouping: '',
    };
  });
  const names = [...new Set(assignments.map(({ staffName }) => staffName))];
  return { assignments, staff: names.map(toStaff) };
}

const toStaff = (name: string): ExampleStaff => ({
  name,
  uniqueId: '0',
  backupId: '0',
  staffType: '',
  abbreviation: '',
  pager: '',
  phone: '',
  email: '',
});
