/**
 * Moments as the hospital's clock shows them. Instants come from the server with the hospital's offset
 * (`2026-12-13T02:30:00-05:00`): their date and time are read as they stand, the browser's zone has no part in it.
 */

const INSTANT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/;

/** `02:30` */
export const clockOf = (instant: string): string => INSTANT.exec(instant)?.[2] ?? instant;

/** `2026-12-13` */
export const dateOf = (instant: string): string => INSTANT.exec(instant)?.[1] ?? instant;

const utc = (date: string): Date => new Date(`${date}T12:00:00Z`);

const DAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});
const DAY_WITH_YEAR = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
});
const MONTH = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' });

/** `Sun 13 Dec` */
export const dayText = (date: string): string => DAY.format(utc(date)).replace(',', '');

/** `Sun 13 Dec 2026` */
export const dayYearText = (date: string): string => DAY_WITH_YEAR.format(utc(date)).replace(',', '');

/** `December 2026`, of a date in it. */
export const monthText = (date: string): string => MONTH.format(utc(date));

/** `Sun 13 Dec, 02:30` */
export const momentText = (instant: string): string => `${dayText(dateOf(instant))}, ${clockOf(instant)}`;

/** `02:30` on `date` itself, `Mon 02:30` on another. */
export function clockFrom(instant: string, date: string): string {
  const other = dateOf(instant);
  return other === date ? clockOf(instant) : `${dayText(other).split(' ')[0]} ${clockOf(instant)}`;
}

export function addDays(date: string, days: number): string {
  const moved = utc(date);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** Whole days from one date to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000);

/** Makes a formatter of each zone once: making one takes far longer than using it. */
function byZone(make: (timeZone: string) => Intl.DateTimeFormat): (timeZone: string) => Intl.DateTimeFormat {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (timeZone) => {
    const formatter = made.get(timeZone) ?? make(timeZone);
    made.set(timeZone, formatter);
    return formatter;
  };
}

const zoneNames = byZone((timeZone) => new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'short' }));
const localTimes = byZone(
  (timeZone) =>
    new Intl.DateTimeFormat('sv-SE', {
      ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    }),
);

/** `EST`, or `GMT+1` where the zone has no short name. */
export function zoneName(instant: string, timeZone: string): string {
  const parts = zoneNames(timeZone).formatToParts(new Date(instant));
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** What the hospital's clock shows now: `2026-12-13T02:30`. */
export function localNow(timeZone: string, now = new Date()): string {
  const text = localTimes(timeZone).format(now);
  return text.replace(' ', 'T');
}

/** Moves a local time by whole minutes on the clock: `2026-12-13T23:30` and 60 → `2026-12-14T00:30`. */
export function moveLocal(local: string, minutes: number): string {
  const moved = new Date(`${local}:00Z`);
  moved.setUTCMinutes(moved.getUTCMinutes() + minutes);
  return moved.toISOString().slice(0, 16);
}

/** `5 min`, `3 h`, `59 days` between two instants. */
export function spanText(from: string | Date, to: string | Date): string {
  const minutes = Math.max(0, Math.round((new Date(to).getTime() - new Date(from).getTime()) / 60_000));
  if (minutes < 90) return `${minutes} min`;
  if (minutes < 48 * 60) return `${Math.round(minutes / 60)} h`;
  return `${Math.round(minutes / 1440)} days`;
}

/** `4 h`, `4 h 30 min` */
export function hoursText(hours: number): string {
  const whole = Math.floor(hours);
  const minutes = Math.round((hours - whole) * 60);
  return minutes === 0 ? `${whole} h` : `${whole > 0 ? `${whole} h ` : ''}${minutes} min`;
}
