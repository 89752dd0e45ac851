import { clockOf, dateOf, dayYearText, localNow, zoneName } from './moments.ts';

/** Instants as they are stored (`2026-12-13T07:30:00.000Z`), shown and asked for on a hospital's clock. */

/** `Sun 13 Dec 2026, 02:30 EST` */
export function instantText(at: string, timeZone: string): string {
  const local = localNow(timeZone, new Date(at));
  return `${dayYearText(dateOf(local))}, ${clockOf(local)} ${zoneName(at, timeZone)}`;
}

/**
 * The instant at which the hospital's clock shows this: `2026-12-13T02:30` in New York is `2026-12-13T07:30:00.000Z`. Of an
 * hour that happens twice the first, of one that does not exist the same time after the change.
 */
export function instantOf(local: string, timeZone: string): string {
  const shown = (time: number): number => Date.parse(`${localNow(timeZone, new Date(time))}Z`);
  const wanted = Date.parse(`${local}Z`);
  const offsets = [-24, 24].map((hours) => {
    const near = wanted + hours * 3_600_000;
    return shown(near) - near;
  });
  const fitting = offsets.map((offset) => wanted - offset).filter((time) => shown(time) === wanted);
  return new Date(fitting.length > 0 ? Math.min(...fitting) : wanted - (offsets[0] ?? 0)).toISOString();
}
