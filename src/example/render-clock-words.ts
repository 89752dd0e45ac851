/** Hours as reports write them, `HHMM`. */
export interface ReportHours {
  start: string;
  end: string;
}

/** `8a`, `5:30p`, `12a`: a time (`HHMM`) as the pages write it in little room. */
function renderShortTime(time: string): string {
  const minute = time.slice(2);
  return `${hourOf(time)}${minute === '00' ? '' : `:${minute}`}${halfOf(time)}`;
}

/** `8:00 am`. */
export function renderLongTime(time: string): string {
  return `${hourOf(time)}:${time.slice(2)} ${halfOf(time)}m`;
}

/** `8a-5p`, or with another word between. */
export function renderShortSpan({ start, end }: ReportHours, between = '-'): string {
  return `${renderShortTime(start)}${between}${renderShortTime(end)}`;
}

const hourOf = (time: string): number => Number(time.slice(0, 2)) % 12 || 12;
const halfOf = (time: string): string => (Number(time.slice(0, 2)) < 12 ? 'a' : 'p');
