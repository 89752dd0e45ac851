import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LocalDate, toLocalDate } from '#src/domain/local-date.ts';
import type { RosterReading } from '#src/domain/roster.ts';
import { encodeWindows1252 } from '#src/example/encode-windows-1252.ts';
import { renderMonthPage } from '#src/example/render-month-page.ts';
import { type AssignmentReportKind, renderReport } from '#src/example/render-report.ts';
import { renderStaffList } from '#src/example/render-staff-list.ts';
import { renderWhosOnPage } from '#src/example/render-whos-on-page.ts';
import type { ExampleAssignment, ExampleRoster, ExampleStaff } from '#src/example/roster.ts';
import { readRoster } from './read-roster.ts';

const AS_OF = 'Apr 28 19:06 2026';
const KINDS: AssignmentReportKind[] = ['619', '625c', '619tabs', '625tabs', '625ctabs'];
const SERVICES = ['Day', 'ON1', 'Conf, am'].map((name, index) => ({
  name,
  uniqueId: `20${index}`,
  start: '0800',
  end: '1700',
}));

/** Names with all that real ones have: accents, apostrophes, hyphens, commas and quotes that nobody doubles. */
const word = fc
  .array(fc.constantFrom('a', 'e', 'n', 'o', 'é', 'ü', 'Ø', 'š', "'", '’', '-'), {
    minLength: 2,
    maxLength: 7,
  })
  .map((letters) => `L${letters.join('').replace(/-{2,}/g, '-')}a`);
const name = fc.oneof(
  fc.tuple(word, word).map(([last, first]) => `${last}, ${first}`),
  fc.tuple(word, word).map(([last, first]) => `${last} Jr, ${first}`),
  fc.tuple(word, word, word).map(([last, nick, first]) => `${last}, ${first} "${nick}"`),
  fc.tuple(word, word).map(([last, first]) => `${last} "O"${last}, ${first}`),
);
const staffList = fc
  .uniqueArray(name, {
    minLength: 1,
    maxLength: 6,
    selector: (text) =>
      text
        .normalize('NFD')
        .toLowerCase()
        .replace(/[^a-zø]/g, ''),
  })
  .map((names) => names.map(staffOf));

function staffOf(text: string, index: number): ExampleStaff {
  return {
    name: text,
    uniqueId: index === 0 ? 'EPICID:R123456' : String(40 + index),
    backupId: String(index),
    staffType: index % 2 === 0 ? 'Neuro*' : 'Body',
    abbreviation: `X${String.fromCharCode(65 + index)}`,
    pager: index % 3 === 0 ? '' : `55501${index}`,
    phone: `555-010${index}`,
    email: index % 2 === 0 ? `p${index}@example.org` : '',
  };
}

const NOBODY = { ...staffOf('---', 9), staffType: 'Services', pager: '', phone: '', email: '' };
const clock = fc
  .integer({ min: 0, max: 1439 })
  .map(
    (minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}${String(minute % 60).padStart(2, '0')}`,
  );

const roster: fc.Arbitrary<ExampleRoster> = staffList.chain((staff) => {
  const everyone = [...staff, NOBODY];
  const row = fc.record({
    who: fc.constantFrom(...everyone),
    service: fc.constantFrom(...SERVICES),
    day: fc.integer({ min: 1, max: 30 }),
    start: clock,
    end: clock,
    type: fc.constantFrom('r' as const, 'o' as const),
    note: fc.constantFrom('', 'swap w/ Lee, ok', 'see "note"'),
  });
  const assignments = fc.array(row, { minLength: 1, maxLength: 12 }).map((rows) =>
    rows.map(
      ({ who, service, day, ...rest }): ExampleAssignment => ({
        ...rest,
        name: service.name,
        uniqueId: service.uniqueId,
        backupId: '1',
        staffName: who.name,
        staffUniqueId: who.uniqueId,
        date: april(day),
        grouping: 'On Call',
      }),
    ),
  );
  return assignments.map((rows) => ({ staff: everyone, assignments: rows }));
});

const april = (day: number): LocalDate => toLocalDate(2026, 4, day) ?? ('' as LocalDate);
const clockText = (time: string): string => `${time.slice(0, 2)}:${time.slice(2)}`;

const written = (row: ExampleAssignment): object => ({
  name: row.staffName === '---' ? null : row.staffName,
  staffId: row.staffUniqueId,
  assignment: row.name,
  assignmentId: row.uniqueId,
  date: row.date,
  start: clockText(row.start),
  end: clockText(row.end),
});

/** Few texts in Windows-1252 happen to be valid UTF-8 (`Ø’` is); nobody can tell those apart, so they are not written. */
function oldBytes(text: string): Uint8Array {
  const bytes = encodeWindows1252(text);
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return new TextEncoder().encode(text);
  } catch {
    return bytes;
  }
}

const read = (bytes: Uint8Array): RosterReading => readRoster([{ name: 'x', bytes }]);
const preambleLine = fc.constantFrom(
  '',
  'Radiology',
  'a, b, c',
  'Field 20 - 21: x, y',
  'GMTO=4 1 1 Eastern',
  '1,2,3,4,5,6,7,8,9',
);

describe('every report that Amion writes is read back', () => {
  it.each(KINDS)('%s', (kind) => {
    const form = fc.record({
      header: fc.boolean(),
      division: fc.constantFrom(null, 'North', 'North, "A" wing'),
    });
    const around = fc.record({
      above: fc.array(preambleLine, { maxLength: 5 }),
      end: fc.constantFrom('\n', '\r\n', '\r'),
      old: fc.boolean(),
    });
    fc.assert(
      fc.property(roster, form, around, (given, { header, division }, { above, end, old }) => {
        const report = renderReport(given, { kind, header, division }, { asOf: AS_OF, first: april(1) });
        const text = [...above, report].join('\n').replaceAll('\n', end).replaceAll(' Jr', '\u00a0Jr');
        const reading = read(old ? oldBytes(text) : new TextEncoder().encode(text));
        expect(reading.messages).toEqual([]);
        expect(reading.rows).toMatchObject(given.assignments.map(written));
        expect(reading.rows.every((row) => row.division === division)).toBe(true);
        expect(reading.reports).toMatchObject([{ kind: kind === '625tabs' ? '625ctabs' : kind }]);
        if (!kind.startsWith('625')) return;
        reading.rows.forEach((row, index) => {
          const from = given.assignments[index];
          const staff = given.staff.find((member) => member.uniqueId === from?.staffUniqueId);
          expect(row).toMatchObject({
            email: staff?.email || null,
            pager: staff?.pager || null,
            note: from?.note || null,
            marker: from?.type === 'r' && from.start === from.end,
          });
        });
      }),
    );
  });

  it('706', () => {
    fc.assert(
      fc.property(staffList, fc.boolean(), (staff, header) => {
        const reading = read(new TextEncoder().encode(renderStaffList(staff, AS_OF, header)));
        expect(reading.staff).toMatchObject(
          staff.map((member) => ({
            name: member.name,
            staffId: member.uniqueId,
            email: member.email || null,
          })),
        );
      }),
    );
  });
});

/** A page shows one cell for each date and service: its rows in the order of the grid. */
function inGridOrder({ assignments }: ExampleRoster, dates: 'down' | 'across'): ExampleAssignment[] {
  const service = (row: ExampleAssignment): number => SERVICES.findIndex((known) => known.name === row.name);
  const order = (row: ExampleAssignment): [string | number, string | number] =>
    dates === 'down' ? [row.date, service(row)] : [service(row), row.date];
  return assignments.toSorted((a, b) => {
    const [[a1, a2], [b1, b2]] = [order(a), order(b)];
    return a1 < b1 ? -1 : a1 > b1 ? 1 : a2 < b2 ? -1 : a2 > b2 ? 1 : 0;
  });
}

describe('every page is read back', () => {
  it.each(['down' as const, 'across' as const])('month grid with dates %s', (dates) => {
    fc.assert(
      fc.property(roster, (given) => {
        const html = renderMonthPage(given, {
          dates,
          title: 'Radiology Schedule',
          from: april(1),
          to: april(30),
          services: SERVICES,
          open: new Set(),
          updated: 'Apr 28 17:25 2026',
          colourOf: (staff) => (staff.staffType === 'Body' ? '#0000ff' : '#ff0000'),
        });
        const reading = read(new TextEncoder().encode(html));
        expect(reading.messages).toEqual([]);
        expect(reading.reports).toMatchObject([{ kind: 'month-grid', asOf: '2026-04-28T17:25:00-04:00' }]);
        const expected = inGridOrder(given, dates).map(written);
        expect(reading.rows).toMatchObject(
          expected.map((row) => ('name' in row && row.name === null ? { ...row, staffId: null } : row)),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("who's on", () => {
    fc.assert(
      fc.property(roster, (given) => {
        const date = given.assignments[0]?.date ?? april(1);
        const html = renderWhosOnPage(given, {
          title: 'Radiology',
          date,
          services: SERVICES,
          updated: 'Apr 28 17:25 2026',
        });
        const reading = read(new TextEncoder().encode(html));
        expect(reading.messages).toEqual([]);
        const rows = given.assignments.filter((row) => row.date === date).map(written);
        expect(reading.rows).toMatchObject(
          rows.map((row) => ('name' in row && row.name === null ? { ...row, staffId: null } : row)),
        );
      }),
      { numRuns: 60 },
    );
  });
});

it('reads any bytes without a fault of its own', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.string({ maxLength: 300 }).map((text) => new TextEncoder().encode(text)),
      ),
      (bytes) => {
        const { reports, messages } = read(bytes);
        expect(reports.length + messages.length).toBeGreaterThan(0);
      },
    ),
  );
});
