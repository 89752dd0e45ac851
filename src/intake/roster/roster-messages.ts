/**
 * What the import of a roster has to say (R11, R12, R15): each cause once, with its rows.
 *
 * Three rows for `Brightwatter, Silas`: one UNKNOWN_PEOPLE that lists the name once, 3 rows, nearest `Brightwater, Silas`.
 */
import { clockMinutes, minuteOfDay } from '../../domain/clock-time.ts';
import type { RosterEntry } from '../../domain/coverage-facts.ts';
import type { Person } from '../../domain/person.ts';
import type { RosterReading, RosterRow } from '../../domain/roster.ts';
import { error, info, type ValidationMessage, warning } from '../../domain/validation.ts';
import { IGNORED_REASONS, type LeftOutRow, type RosterContext } from './left-out-row.ts';
import type { PersonMatcher } from './match-person.ts';

export function rosterMessages(
  reading: RosterReading,
  entries: readonly RosterEntry[],
  leftOut: readonly LeftOutRow[],
  matcher: PersonMatcher,
  context: RosterContext,
): ValidationMessage[] {
  const rejected = leftOut.filter((item) => item.fate === 'rejected').map((item) => item.row);
  const malformed = reading.setAside.filter((row) => row.fate === 'rejected').length;
  const partial = context.allowPartial && rejected.length + malformed > 0;
  return [
    ...reading.messages,
    ...people(rejected, matcher),
    ...unmapped(leftOut),
    ...duplicates(entries, leftOut, minuteOfDay(context.rolloverHour)),
    ...(partial ? [partialImport(rejected.length + malformed)] : []),
    ...ignoredRows(reading, leftOut),
  ];
}

const listed = (items: readonly string[], most = 8): string =>
  items.length > most
    ? `${items.slice(0, most).join(', ')} and ${items.length - most} more`
    : items.join(', ');

function groupRows(rows: readonly RosterRow[], keyOf: (row: RosterRow) => string): Map<string, RosterRow[]> {
  const groups = new Map<string, RosterRow[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

const linesOf = (rows: readonly RosterRow[]): number[] => rows.slice(0, 100).map((row) => row.line);

/** Up to so many rows of a message are told with their places. */
const placesOf = (rows: readonly RosterRow[]): { file: string; line: number }[] =>
  rows.slice(0, 100).map(({ file, line }) => ({ file, line }));

/** A known person as a message names them, so that a page can offer them. */
const toNamed = ({ id, name, email }: Person) => ({ personId: id, name, email });

/** A name that nobody has, with what the roster says of whoever bears it. */
interface UnknownPerson {
  name: string;
  staffId: string | null;
  email: string | null;
  phone: string | null;
  pager: string | null;
  rows: number;
  lines: number[];
  places: { file: string; line: number }[];
  nearest: string[];
  nearestPeople: ReturnType<typeof toNamed>[];
}

function people(rejected: readonly RosterRow[], matcher: PersonMatcher): ValidationMessage[] {
  const unknown: UnknownPerson[] = [];
  const messages: ValidationMessage[] = [];
  for (const [name, rows] of groupRows(rejected, (row) => row.name ?? '')) {
    const [first] = rows;
    if (!first) continue;
    const match = matcher.match({ ...first, name });
    if (match.kind === 'ambiguous') {
      const candidates = match.people.map((person) => `${person.name} <${person.email}>`);
      const text = `"${name}" may be ${listed(candidates)}. Give one of them the Amion id or an alias that only they have.`;
      messages.push(
        error('AMBIGUOUS_PERSON', text, [name], {
          ...{ name, candidates, people: match.people.map(toNamed), lines: linesOf(rows), file: first.file },
          ...{ staffId: first.staffId, places: placesOf(rows) },
        }),
      );
    } else {
      const { staffId, email, phone, pager } = first;
      const nearest = matcher.nearest(name);
      unknown.push({
        ...{ name, staffId, email, phone, pager, rows: rows.length, lines: linesOf(rows) },
        ...{ places: placesOf(rows), nearest: nearest.map((near) => near.name) },
        nearestPeople: nearest.map(toNamed),
      });
    }
  }
  if (unknown.length > 0) {
    const named = unknown.map(({ name, nearest }) =>
      nearest.length > 0 ? `"${name}" (nearest: ${nearest.join('; ')})` : `"${name}"`,
    );
    const text =
      `The roster names ${unknown.length === 1 ? 'a person' : `${unknown.length} people`} that schedcu does not know: ` +
      `${listed(named)}. Add them to the people file, or add the spelling as an alias.`;
    const names = unknown.map(({ name }) => name);
    messages.push(error('UNKNOWN_PEOPLE', text, [...names].sort(), { names, people: unknown }));
  }
  return messages;
}

function unmapped(leftOut: readonly LeftOutRow[]): ValidationMessage[] {
  const rows = leftOut.filter((item) => item.reason === IGNORED_REASONS.unmapped).map((item) => item.row);
  return [...groupRows(rows, (row) => row.assignment)].map(([assignment, ofName]) => {
    const dates = [...new Set(ofName.map((row) => row.date))].sort();
    const text =
      `"${assignment}" on the roster is no shift type (${ofName.length === 1 ? '1 row' : `${ofName.length} rows`}). ` +
      'Map it to a shift type, or list it as "ignore", in the mapping of the department.';
    const { assignmentId = null, file = '' } = ofName[0] ?? {};
    return warning('UNMAPPED_AMION_SHIFT', text, [assignment], {
      ...{ assignment, assignmentId, rows: ofName.length, dates, lines: linesOf(ofName), file },
    });
  });
}

/** The same row twice, and parts of one shift type on one date whose hours overlap. */
function duplicates(
  entries: readonly RosterEntry[],
  leftOut: readonly LeftOutRow[],
  rollover: number,
): ValidationMessage[] {
  const again = leftOut.filter((item) => item.reason === IGNORED_REASONS.duplicate).map((item) => item.row);
  const messages = [...groupRows(again, (row) => row.file)].map(([file, rows]) => {
    const text = `${rows.length === 1 ? 'A row stands' : `${rows.length} rows stand`} twice in the roster (${file}); the second is ignored.`;
    return warning('DUPLICATE_ASSIGNMENT', text, ['same row'], {
      file,
      rows: rows.length,
      lines: linesOf(rows),
    });
  });
  const clashing = new Map<string, string[]>();
  for (const [a, b] of overlappingPairs(entries, rollover)) {
    clashing.set(a.shiftType, [
      ...(clashing.get(a.shiftType) ?? []),
      `${a.date} (lines ${a.line ?? '?'} and ${b.line ?? '?'})`,
    ]);
  }
  for (const [shiftType, places] of clashing) {
    const text =
      `${shiftType} is given to several people at the same time on ${listed(places, 4)}. The part that starts first holds it, ` +
      'then the earlier line. Correct the hours on the roster.';
    messages.push(warning('DUPLICATE_ASSIGNMENT', text, [shiftType], { shiftType, places }));
  }
  return messages;
}

function overlappingPairs(entries: readonly RosterEntry[], rollover: number): [RosterEntry, RosterEntry][] {
  const byShift = new Map<string, RosterEntry[]>();
  for (const entry of entries) {
    const key = entry.date + entry.shiftType;
    byShift.set(key, [...(byShift.get(key) ?? []), entry]);
  }
  return [...byShift.values()].flatMap((parts) =>
    parts.flatMap((a, i) =>
      parts
        .slice(i + 1)
        .flatMap((b) => (overlap(a, b, rollover) ? [[a, b] as [RosterEntry, RosterEntry]] : [])),
    ),
  );
}

/** On a clock of two days, on which the hours of a night before the rollover hour stand last (R5). */
function overlap(a: RosterEntry, b: RosterEntry, rollover: number): boolean {
  const place = (entry: RosterEntry): [number, number] | null => {
    if (!entry.start || !entry.end) return null;
    const start = minuteOfDay(entry.start);
    const from = entry.shiftType !== 'DAY' && start < rollover ? start + 24 * 60 : start;
    return [from, from + clockMinutes({ start: entry.start, end: entry.end })];
  };
  const [x, y] = [place(a), place(b)];
  return x === null || y === null || (x[0] < y[1] && y[0] < x[1]);
}

function partialImport(rows: number): ValidationMessage {
  const text = `${rows} rejected ${rows === 1 ? 'row was' : 'rows were'} left out of a partial import; their shifts count as vacant.`;
  return warning('PARTIAL_IMPORT', text, ['roster'], { rows });
}

function ignoredRows(reading: RosterReading, leftOut: readonly LeftOutRow[]): ValidationMessage[] {
  const ignored = [...leftOut, ...reading.setAside].filter((item) => item.fate === 'ignored');
  if (ignored.length === 0) return [];
  const counts: Record<string, number> = {};
  for (const { reason } of ignored) counts[reason] = (counts[reason] ?? 0) + 1;
  const reasons = Object.entries(counts).map(([reason, rows]) => `${rows} ${reason}`);
  return [
    info('IGNORED_ROWS', `Rows of the roster that are ignored: ${reasons.join('; ')}.`, ['roster'], {
      counts,
    }),
  ];
}
