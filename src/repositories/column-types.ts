import pg from 'pg';

const { builtins } = pg.types;
const asText = (text: string): string => text;

/** Dates and clock times stay text: a JavaScript Date would move them into the machine's zone. */
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.DATE, asText],
  [builtins.TIME, asText],
  [builtins.NUMERIC, asText],
  [builtins.INT8, Number],
  [builtins.TIMESTAMPTZ, parseInstant],
  /** DATE[] */
  [1182, parseTextArray],
]);

/** How the text of a column becomes a value, for a pool of `pg`. */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    const parser = format === 'binary' ? undefined : parsers.get(oid);
    return parser ?? pg.types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text');
  },
};

/** `2026-04-01 06:10:11.5+02` → `2026-04-01T04:10:11.500Z`. */
export function parseInstant(text: string): string {
  const offset = /[+-]\d{2}$/.test(text) ? `${text}:00` : text;
  return new Date(offset.replace(' ', 'T')).toISOString();
}

/** An array of plain words (`{2026-07-03,2026-12-25}`): no quotes, no NULL. */
function parseTextArray(text: string): string[] {
  return text === '{}' ? [] : text.slice(1, -1).split(',');
}
