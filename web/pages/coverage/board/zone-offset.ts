/** Minutes since 1970 and clocks of one time zone, as quick as a board of 366 dates needs them. */
export interface ZoneMinutes {
  /**
   * The instant of an hour of the clock, counted from the midnight of a date (25 is 01:00 of the next day). Of an hour that
   * happens twice it is the first; one that does not exist is moved forward by the gap.
   */
  instantOf(date: string, hour: number): number;
  /** Minutes of the day that the clock shows at an instant. */
  clockAt(minute: number): number;
}

const DAY = 24 * 60;
const MINUTE_MS = 60_000;
const OFFSET = /GMT(?:([+-])(\d\d):?(\d\d)?(?::\d\d)?)?$/;

const zones = new Map<string, ZoneMinutes>();

/** There is one a zone, as what it has found out about its days stays true. */
export function zoneMinutes(timeZone: string): ZoneMinutes {
  let zone = zones.get(timeZone);
  if (!zone) {
    zone = newZoneMinutes(timeZone);
    zones.set(timeZone, zone);
  }
  return zone;
}

function newZoneMinutes(timeZone: string): ZoneMinutes {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const exactOffset = (minute: number): number => {
    const [, sign, hours = '0', minutes = '0'] = OFFSET.exec(format.format(minute * MINUTE_MS)) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  };
  const ofDays = new Map<number, number>();
  const offsetOfDay = (day: number): number => {
    let offset = ofDays.get(day);
    if (offset === undefined) {
      offset = exactOffset(day * DAY);
      ofDays.set(day, offset);
    }
    return offset;
  };
  /** Local minus UTC. On a day without a clock change the offset of its start holds throughout. */
  const offsetAt = (minute: number): number => {
    const day = Math.floor(minute / DAY);
    const offset = offsetOfDay(day);
    return offset === offsetOfDay(day + 1) ? offset : exactOffset(minute);
  };
  return {
    instantOf(date, hour) {
      const local = Date.parse(`${date}T00:00:00Z`) / MINUTE_MS + hour * 60;
      const [before, after] = [offsetAt(local - DAY), offsetAt(local + DAY)];
      const candidates = [local - before, local - after].toSorted((a, b) => a - b);
      return candidates.find((instant) => instant + offsetAt(instant) === local) ?? local - before;
    },
    clockAt: (minute) => (((minute + offsetAt(minute)) % DAY) + DAY) % DAY,
  };
}
