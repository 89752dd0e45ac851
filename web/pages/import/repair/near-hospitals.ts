import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '#web/client/api.ts';

type Hospital = Schemas['Hospital'];

export const hospitalsQuery = queryOptions({
  queryKey: ['hospitals', 'all codes'],
  queryFn: async ({ signal }) =>
    (await answerOf(api.GET('/api/hospitals', { params: { query: { limit: 200 } }, signal }))).hospitals,
});

const MOST = 2;

/** Hospitals whose code or name is nearly the same: one letter in three may differ. */
export function nearHospitals(name: string, hospitals: readonly Hospital[]): Hospital[] {
  const wanted = name.toLowerCase();
  return hospitals
    .map((hospital) => ({
      hospital,
      away: Math.min(
        distance(wanted, hospital.code.toLowerCase()),
        distance(wanted, hospital.name.toLowerCase()),
      ),
    }))
    .filter(({ away }) => away > 0 && away <= Math.max(1, Math.floor(wanted.length / 3)))
    .toSorted((a, b) => a.away - b.away)
    .slice(0, MOST)
    .map(({ hospital }) => hospital);
}

/** How many letters to change, add or take away. */
function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...a].entries()) {
    const now = [row + 1];
    for (const [column, other] of [...b].entries()) {
      const changed = (before[column] ?? 0) + (letter === other ? 0 : 1);
      now.push(Math.min(changed, (before[column + 1] ?? 0) + 1, (now[column] ?? 0) + 1));
    }
    before = now;
  }
  return before[b.length] ?? 0;
}
