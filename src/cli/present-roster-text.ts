import { SHIFT_TYPES } from '#src/domain/shift-type.ts';
import type { presentCandidates } from '#src/services/present/present-candidates.ts';
import type { presentRoster } from '#src/services/present/present-roster.ts';
import { type TextBlock, textTable } from './text-layout.ts';

type Roster = ReturnType<typeof presentRoster>;
type Candidates = ReturnType<typeof presentCandidates>;

/** `2026-04-09 22:00`: date and clock time at the hospital. */
const shortTime = (instant: string): string => instant.slice(0, 16).replace('T', ' ');

/** A table of schedule dates and shift types: who is on, `---` where the roster says nobody, OPEN where it says nothing. */
export function presentRosterText({ timeZone, versions, days, duties, open }: Roster): TextBlock[] {
  const types = SHIFT_TYPES.filter((type) =>
    [...duties, ...open].some(({ shiftType }) => shiftType === type),
  );
  const cell = (date: string, type: string): string | null => {
    const isThere = (shift: { scheduleDate: string; shiftType: string }): boolean =>
      shift.scheduleDate === date && shift.shiftType === type;
    const rows = duties.filter(isThere);
    if (rows.length === 0) return open.some(isThere) ? 'OPEN' : null;
    return rows.map((row) => dutyText(row, rows.length > 1)).join(', ');
  };
  const rows = days.map(({ date, dayType, version }) => [
    `${date}${dayType === 'WEEKEND' ? ' *' : ''}`,
    ...types.map((type) => (version ? cell(date, type) : 'no schedule')),
  ]);
  const from = versions.map(({ version, asOf }) => {
    const age = asOf ? `as of ${shortTime(asOf)}` : 'not imported';
    return `Version ${version}; roster ${age}.`;
  });
  const foot = `* counts as Weekend; (M) entered by hand. Times are ${timeZone}.`;
  return [textTable(['Date', ...types], rows), '', ...from, foot];
}

function dutyText({ person, start, end, source }: Roster['duties'][number], isPart: boolean): string {
  const hours = isPart && start && end ? ` ${start}-${end}` : '';
  return `${person?.name ?? '---'}${hours}${source === 'AMION' ? '' : ' (M)'}`;
}

export function presentCandidatesText({ date, shiftType, from, to, ...rest }: Candidates): TextBlock[] {
  const { candidates, version, timeZone } = rest;
  const rows = candidates.map(({ person, reasons, restHours, shiftsInMonth, nightsInMonth }) => [
    ...[person.name, person.pager ?? person.phone],
    ...[reasons.length === 0 ? 'yes' : reasons.map(({ text }) => text).join(' ')],
    ...[restText(restHours.before), restText(restHours.after), shiftsInMonth, nightsInMonth],
  ]);
  const headers = ['Name', 'Pager', 'May take it', 'Rest before', 'Rest after', 'Shifts', 'Nights'];
  return [
    `Who may take ${shiftType} on ${date}, from ${shortTime(from)} to ${shortTime(to)}:`,
    textTable(headers, rows),
    '',
    `Shifts and nights are those of the month. Version ${version}. Times are ${timeZone}.`,
  ];
}

const restText = (hours: number | null): string | null =>
  hours === null ? null : `${Math.round(hours * 10) / 10} h`;
