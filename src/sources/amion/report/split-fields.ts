export type Delimiter = ',' | '\t';

/** The fields of one line, trimmed; `closed` is false where a quoted field has no end (a line that was cut off). */
interface SplitLine {
  fields: string[];
  closed: boolean;
}

/** Fields of the narrowest report. */
export const LEAST_FIELDS = 9;

/** The fields of a line: tabs divide as they stand, commas do not inside quotes. */
export function splitFields(line: string, delimiter: Delimiter): SplitLine {
  if (delimiter === '\t') return { fields: line.split('\t').map(unwrap), closed: true };
  const strict = splitQuoted(line, /^"(?=,\S|,$|\s*$)/);
  if (strict.closed && strict.fields.length >= LEAST_FIELDS) return strict;
  // A comma and a blank after a quote are normally inside a name (`"Oberon "Obi", Lee"`), but not in a file that puts a
  // blank after every comma.
  const loose = splitQuoted(line, /^"(?=\s*(?:,|$))/);
  return loose.fields.length > strict.fields.length ? loose : strict;
}

/** Amion does not double a quote inside a name, so a quote ends a field only where `end` finds a divider after it. */
function splitQuoted(line: string, end: RegExp): SplitLine {
  const fields: string[] = [];
  let closed = true;
  let at = 0;
  for (;;) {
    while (line[at] === ' ') at += 1;
    let stop: number;
    if (line[at] === '"') {
      stop = at + 1;
      while (stop < line.length && !(line[stop] === '"' && end.test(line.slice(stop, stop + 40)))) stop += 1;
      closed = stop < line.length;
      fields.push(line.slice(at + 1, stop).trim());
      stop = line.indexOf(',', stop + 1);
    } else {
      stop = line.indexOf(',', at);
      fields.push(line.slice(at, stop < 0 ? undefined : stop).trim());
    }
    if (stop < 0 || !closed) return { fields, closed };
    at = stop + 1;
  }
}

/** Programs that save a tab form put quotes around fields that hold a comma or quote, and double the quotes inside. */
function unwrap(field: string): string {
  const trimmed = field.trim();
  const wrapped = /^"((?:[^"]|"")*)"$/.exec(trimmed)?.[1];
  return wrapped === undefined || !/[,"]/.test(wrapped) ? trimmed : wrapped.replace(/""/g, '"').trim();
}
