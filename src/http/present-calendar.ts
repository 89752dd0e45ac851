import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import type { EpochMinute } from '#src/domain/zone-clock.ts';
import type { DutyInForce } from '#src/services/duty-service.ts';
import type { FeedContent } from '#src/services/feed-service.ts';
import { presentInstant } from '#src/services/present/present-who.ts';
import { propertiesFirst } from './calendar-order.ts';

const DAY_MS = 24 * 60 * 60_000;

/**
 * A feed as iCalendar (RFC 5545), in the hospital's time zone with its rules. Two presentations of the same duties on one
 * day are the same bytes.
 */
export function presentCalendar(feed: FeedContent): string {
  const { kind, title, effectivePosition, timeZone, duties, now } = feed;
  const zone = calendarZone(timeZone);
  const calendar = ical({
    name: title,
    prodId: { company: 'schedcu', product: 'schedcu', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    // Each event names its zone. Were it the calendar's too, its stamps would be written in it, which have to be in UTC.
    timezone: { name: null, generator: zoneRules },
    x: { 'X-WR-TIMEZONE': zone },
    ttl: 60 * 60,
  });
  const parts = new Map<string, number>();
  for (const duty of duties) {
    const { entry, person, department } = duty;
    const position = effectivePosition ?? entry.shiftType;
    const place = [
      department.id,
      entry.date,
      position.replace(' ', '-'),
      kind === 'PERSON_FEED' ? entry.personId : kind,
    ].join('.');
    const part = (parts.get(place) ?? 0) + 1;
    parts.set(place, part);
    const changed = Date.parse(duty.changedAt);
    const reader = person?.name ?? 'nobody (vacant)';
    calendar.createEvent({
      id: `${place}.${part}@schedcu`,
      sequence: effectivePosition ? duty.categoryRevision : duty.revision,
      start: toZoned(duty.from, timeZone),
      end: toZoned(duty.to, timeZone),
      timezone: zone,
      // The stamp of a published event is that of its last change, so that the same schedule is the same file.
      stamp: Temporal.Instant.fromEpochMilliseconds(changed),
      lastModified: Temporal.Instant.fromEpochMilliseconds(changed),
      summary: kind === 'PERSON_FEED' ? `${position} · ${department.code}` : `${position}: ${reader}`,
      description: describe(duty, now),
      location: duty.hospitals.join(', '),
      status: person ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
      transparency: ICalEventTransparency.OPAQUE,
    });
  }
  return propertiesFirst(calendar.toString());
}

/** The name by which a calendar knows a zone, which its VTIMEZONE carries too: of `US/Eastern` it is `America/New_York`. */
function calendarZone(timeZone: string): string {
  const [, parameter] = tzlib_get_ical_block(timeZone);
  return parameter?.replace(/^TZID=/, '') ?? timeZone;
}

function zoneRules(timeZone: string): string | null {
  const [block] = tzlib_get_ical_block(timeZone);
  return block ?? null;
}

const toZoned = (instant: EpochMinute, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant * 60_000).toZonedDateTimeISO(timeZone);

function describe(duty: DutyInForce, now: string): string {
  const { entry, person, department, reads, versionId, asOf } = duty;
  const reach = [person?.pager && `pager ${person.pager}`, person?.phone && `phone ${person.phone}`].filter(
    Boolean,
  );
  return [
    reads.length > 0 ? `Reads ${reads.join(', ')}` : 'Reads nothing of the matrix',
    ...(reach.length > 0 ? [`Reach ${person?.name}: ${reach.join(', ')}`] : []),
    ...(entry.source === 'AMION' ? [] : [`Changed by hand: ${entry.reason ?? ''}`]),
    `Version ${versionId} of ${department.code}, ${ageText(asOf, now, department.timeZone)}`,
  ].join('\n');
}

/** In whole days, so that a calendar that asks every hour does not see a change every hour. */
function ageText(asOf: string | null, now: string, timeZone: string): string {
  if (asOf === null) return 'roster entered by hand';
  const days = Math.max(0, Math.floor((Date.parse(now) - Date.parse(asOf)) / DAY_MS));
  const age = days === 0 ? 'less than a day old' : days === 1 ? '1 day old' : `${days} days old`;
  return `roster as of ${presentInstant(asOf, timeZone).slice(0, 16).replace('T', ' ')} (${age})`;
}
