import type { Period, Version } from '#web/pages/versions/version-queries.ts';

/**
 * The version that is shown where none is asked for: the one in force on the date, else the next that will be, else the last
 * that was, else the newest that is prepared. `versions` come newest first, `periods` by date.
 */
export function chooseVersion(
  versions: readonly Version[],
  periods: readonly Period[],
  date: string,
): Version | null {
  const period = periods.find(({ to }) => date <= to) ?? periods.at(-1);
  return (
    versions.find(({ id }) => id === period?.version) ??
    versions.find(({ status }) => status === 'STAGING') ??
    versions[0] ??
    null
  );
}
