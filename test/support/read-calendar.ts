/** A property of a calendar: its value as it stands, and its parameters. */
export interface CalendarProperty {
  value: string;
  parameters: Record<string, string>;
}
export type CalendarEvent = Record<string, CalendarProperty>;

export interface ReadCalendar {
  properties: Record<string, CalendarProperty>;
  events: CalendarEvent[];
  /** Zones that bring their rules. */
  zones: string[];
}

/**
 * Reads RFC 5545 strictly: CRLF, lines of at most 75 octets, folded lines, balanced components, and a calendar's own
 * properties before them.
 */
export function readCalendar(text: string): ReadCalendar {
  if (!text.endsWith('\r\n')) throw new Error('The last line does not end');
  if (/(?<!\r)\n/.test(text)) throw new Error('A line does not end with CRLF');
  const long = text.split('\r\n').find((line) => Buffer.byteLength(line) > 75);
  if (long !== undefined) throw new Error(`A line is too long: ${long}`);
  const open: string[] = [];
  const calendar: ReadCalendar = { properties: {}, events: [], zones: [] };
  for (const line of text
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean)) {
    const { name, ...property } = toProperty(line);
    if (name === 'BEGIN') {
      open.push(property.value);
      if (property.value === 'VEVENT') calendar.events.push({});
    } else if (name === 'END') {
      if (open.pop() !== property.value) throw new Error(`END:${property.value} closes nothing`);
    } else if (open.at(-1) === 'VEVENT') Object.assign(calendar.events.at(-1) ?? {}, { [name]: property });
    else if (open.at(-1) === 'VCALENDAR') {
      if (calendar.zones.length + calendar.events.length > 0)
        throw new Error(`${name} comes after components`);
      calendar.properties[name] = property;
    } else if (open.at(-1) === 'VTIMEZONE' && name === 'TZID') calendar.zones.push(property.value);
  }
  if (open.length > 0) throw new Error(`${open.join(', ')} is not closed`);
  return calendar;
}

function toProperty(line: string): CalendarProperty & { name: string } {
  const match = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:]*))*):(.*)$/.exec(line);
  if (!match) throw new Error(`This is no property: ${line}`);
  const [, name = '', words = '', value = ''] = match;
  const parameters = [...words.matchAll(/;([A-Z0-9-]+)=("[^"]*"|[^";:]*)/g)].map(
    ([, key = '', word = '']) => [key, word],
  );
  return { name, value, parameters: Object.fromEntries(parameters) as Record<string, string> };
}
