const NUMBER = new Intl.NumberFormat('en-US');

/** `5 errors`, `1 warning`, `1,204 gaps`; a plural that is not made by an s is named: `2 studies`. */
export const counted = (count: number, word: string, plural = `${word}s`): string =>
  `${NUMBER.format(count)} ${count === 1 ? word : plural}`;
