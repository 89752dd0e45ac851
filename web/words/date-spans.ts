const DAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric' });
const DAY_MONTH = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' });
const FULL = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' },
});

/** Schedule dates, both included: `1–31 Dec 2026`, `1 Oct – 31 Dec 2026`, `15 Dec 2026 – 14 Jan 2027`. */
export function datesText(from: string, to: string): string {
  const [start, end] = [new Date(`${from}T12:00:00Z`), new Date(`${to}T12:00:00Z`)];
  if (from === to) return FULL.format(end);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${DAY.format(start)}–${FULL.format(end)}`;
  if (from.slice(0, 4) === to.slice(0, 4)) return `${DAY_MONTH.format(start)} – ${FULL.format(end)}`;
  return `${FULL.format(start)} – ${FULL.format(end)}`;
}

/** The last date of a date's month. */
export function monthEnd(date: string): string {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0, 12)).toISOString().slice(0, 10);
}

/** The whole month after a date, or the rest of its month where that is later than the first: what is scheduled next. */
export function nextSpan(after: string): { from: string; to: string } {
  const start = new Date(`${after}T12:00:00Z`);
  start.setUTCDate(start.getUTCDate() + 1);
  const from = start.toISOString().slice(0, 10);
  return { from, to: monthEnd(from) };
}
