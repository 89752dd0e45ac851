import type { Schemas } from '#web/client/api.ts';

export type Version = Schemas['Version'];

/** PRODUCTION versions with the date among theirs: where it is more than one, an older one was trimmed. */
export const inForceCandidates = (versions: readonly Version[], date: string): Version[] =>
  versions.filter(({ status, from, to }) => status === 'PRODUCTION' && from <= date && date <= to);

/**
 * The version that is shown where none is asked for: the one in force, else the next that will be, else the last that was,
 * else the newest that is prepared. `versions` come newest first.
 */
export function chooseVersion(
  versions: readonly Version[],
  date: string,
  inForce: string | null,
): Version | null {
  const named = versions.find(({ id }) => id === inForce);
  if (named) return named;
  const [only] = inForceCandidates(versions, date);
  if (only) return only;
  const produced = versions.filter(({ status }) => status === 'PRODUCTION');
  const coming = produced
    .filter(({ from }) => from > date)
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const past = produced.toSorted((a, b) => (a.to < b.to ? 1 : a.to > b.to ? -1 : 0));
  return coming[0] ?? past[0] ?? versions.find(({ status }) => status === 'STAGING') ?? versions[0] ?? null;
}
