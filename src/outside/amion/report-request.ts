import { createHash } from 'node:crypto';
import { CodedError } from '#src/domain/errors.ts';
import type { LocalDate } from '#src/domain/local-date.ts';

/** A month of the calendar; `month` from 1. */
export interface AmionMonth {
  year: number;
  month: number;
}

/** Where and as whom to ask. The login is a credential: it goes into the URL of a request and nowhere else. */
export interface AmionAccess {
  /** Such as `https://www.amion.com`. */
  base: string;
  login: string;
}

export type FetchedKind = '625c' | '619' | '706';

/** The months that hold the dates from `from` to `to`, in order. */
export function listMonths(from: LocalDate, to: LocalDate): AmionMonth[] {
  const index = (date: LocalDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const count = Math.max(index(to) - index(from) + 1, 0);
  return Array.from({ length: count }, (_, offset) => {
    const at = index(from) + offset;
    return { year: Math.floor(at / 12), month: (at % 12) + 1 };
  });
}

/** The URL of one report of one month. Amion's own `Year` parameter means another thing and is never sent. */
export function reportUrl(
  { base, login }: AmionAccess,
  kind: FetchedKind,
  { year, month }: AmionMonth,
): string {
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const months = `${month}-${String(year % 100).padStart(2, '0')}`;
  return `${plainBase(base)}/cgi-bin/ocs?Lo=${encodeURIComponent(login)}&Rpt=${kind}&Month=${months}&Day=1&Days=${days}`;
}

/** The name of a fetched report in messages and provenance: `amion-625c-2026-04`. */
export function reportName(kind: FetchedKind, { year, month }: AmionMonth): string {
  return `amion-${kind}-${year}-${String(month).padStart(2, '0')}`;
}

/** What makes two requests the same one; the login stands in it as a hash. */
export function copyKey(
  { base, login }: AmionAccess,
  kind: FetchedKind,
  { year, month }: AmionMonth,
): string {
  const hash = createHash('sha256').update(login).digest('hex');
  return [plainBase(base), kind, `${year}-${month}`, hash].join(' ');
}

/** Host and port for messages. Throws BAD_REQUEST for a base that is no http(s) address. */
export function hostOf(base: string): string {
  const url = URL.canParse(base) ? new URL(base) : null;
  if (url && /^https?:$/.test(url.protocol)) return url.host;
  throw new CodedError(
    'BAD_REQUEST',
    'The Amion base is no address such as https://www.amion.com. Correct the setting.',
  );
}

const plainBase = (base: string): string => base.replace(/\/+$/, '');
