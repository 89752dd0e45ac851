/** Every time zone that the browser knows, for a choice. */
export const timeZoneOptions = (): { value: string; label: string }[] =>
  ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')].map((value) => ({
    ...{ value, label: value },
  }));
