import { Temporal } from 'temporal-polyfill';
import { parseLocalDate } from './local-date.ts';

/**
 * A date (its first moment in UTC) or an ISO 8601 instant with its offset, as text in UTC: `2026-11-23T02:30:00Z`. Null for
 * any other text, one with a zone or calendar of its own (`[Asia/Tokyo]`) too, and for years that a database does not know.
 */
export function parseUtcInstant(text: string): string | null {
  const date = parseLocalDate(text);
  const instant = date ? `${date}T00:00:00Z` : findInstant(text.trim());
  return instant && /^(?!0000)\d{4}-/.test(instant) ? instant : null;
}

function findInstant(text: string): string | null {
  if (text.includes('[')) return null;
  try {
    return Temporal.Instant.from(text).toString();
  } catch {
    return null;
  }
}
