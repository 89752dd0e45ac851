import { answerOf, api, type Schemas } from '#web/client/api.ts';
import { usePagedList } from '#web/client/paged-list.ts';
import { instantOf } from '#web/words/instants.ts';
import { addDays } from '#web/words/moments.ts';
import type { AuditSearch } from './audit-search.ts';

export type Entry = Schemas['AuditEntry'];

/** The question to the server: dates become the midnights of the hospital's clock. */
export function questionOf({ user, action, resource, of, since, until }: AuditSearch, timeZone: string) {
  return {
    ...(user && { user }),
    ...(action && { action }),
    ...(resource && { resource }),
    ...(of && { department: of }),
    ...(since && { since: instantOf(`${since}T00:00`, timeZone) }),
    ...(until && { before: instantOf(`${addDays(until, 1)}T00:00`, timeZone) }),
  };
}

export function useAudit(search: AuditSearch, timeZone: string) {
  const question = questionOf(search, timeZone);
  return usePagedList({
    queryKey: ['audit', question],
    load: async (cursor, signal) => {
      const query = { ...question, format: 'json' as const, limit: 100, ...(cursor && { cursor }) };
      const answer = await answerOf(api.GET('/api/audit', { params: { query }, signal }));
      if (typeof answer === 'string') throw new Error('Entries were asked for as JSON, and came as text');
      return answer;
    },
    rowsOf: ({ entries }): Entry[] => entries,
  });
}

/** The address of every entry that fits, as CSV. */
export const csvAddress = (search: AuditSearch, timeZone: string): string =>
  `/api/audit?${new URLSearchParams({ ...questionOf(search, timeZone), format: 'csv' })}`;
