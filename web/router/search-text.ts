/** Values of the address, as far as they are what they should be; anything else counts as left out. */

type Search = Record<string, unknown>;

export const textOf = (search: Search, key: string): string | undefined => {
  const value = search[key];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
};

const DATE = /^\d{4}-\d\d-\d\d$/;
const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

export const dateOfSearch = (search: Search, key: string): string | undefined => {
  const value = textOf(search, key);
  return value && DATE.test(value) ? value : undefined;
};

export const momentOfSearch = (search: Search, key: string): string | undefined => {
  const value = textOf(search, key);
  return value && LOCAL.test(value) ? value : undefined;
};

export const wordOf = <Word extends string>(
  search: Search,
  key: string,
  words: readonly Word[],
): Word | undefined => {
  const value = textOf(search, key);
  return words.find((word) => word === value);
};
