/** Big inputs for the benches: invented, and the same on every run. */
import { addDays, eachDate, type LocalDate, parseLocalDate } from '#src/domain/local-date.ts';
import { SHIFT_TYPES } from '#src/domain/shift-type.ts';
import { constraintOf, type Specialty, STUDY_TYPES } from '#src/domain/specialty.ts';
import { type OdsCell, writeOdsWorkbook } from '#src/example/ods-workbook.ts';
import { SHIFT_PATTERNS } from '#src/example/shift-pattern.ts';

/** The hospitals of the flat list; with six shift types and three study types they make 360 rows a day. */
export const LIST_HOSPITALS: readonly string[] = Array.from({ length: 20 }, (_, i) => `SITE${i + 1}`);

const LIST_HEADER = 'Date,Shift Type,Start,End,Hospital,Study Type,Specialty,Coverage,Mandatory'.split(',');

/** The bytes of a flat list (.ods) with so many distinct rows, in order of date from `from` on; cells are typed. */
export function flatListOds(rows: number, from = '2026-01-01' as LocalDate): Uint8Array {
  return writeOdsWorkbook([{ name: 'Shifts', rows: listRows(rows, from) }]);
}

function* listRows(count: number, from: LocalDate): Generator<OdsCell[]> {
  yield LIST_HEADER;
  let written = 0;
  for (let date = from; ; date = addDays(date, 1)) {
    for (const shiftType of SHIFT_TYPES) {
      const { start, end } = SHIFT_PATTERNS[shiftType];
      for (const hospital of LIST_HOSPITALS) {
        for (const studyType of STUDY_TYPES) {
          if (written === count) return;
          written += 1;
          yield [
            { date },
            shiftType,
            { time: duration(start) },
            { time: duration(end) },
            hospital,
            studyType,
            constraintOf(studyType),
            { number: 1 },
            { flag: studyType !== 'GENERAL' },
          ];
        }
      }
    }
  }
}

const duration = (hhmm: string): string => `PT${hhmm.slice(0, 2)}H${hhmm.slice(2)}M00S`;

export interface RosterPerson {
  /** As the roster writes it: `Last, First`. */
  name: string;
  uniqueId: string;
  email: string;
  specialty: Specialty;
}

/** The eight people of `rosterFeed`: one reads body only, one neuro only. */
export const ROSTER_PEOPLE: readonly RosterPerson[] = [
  'Aldermoor, Cleo',
  'Birkensaw, Otho',
  "D'Ombrell, Yara",
  'Fennimoss, Lars',
  'Grieve-Tolland, Ada',
  'Larkhollow Jr, Sol',
  'Mossgrave, Ines',
  'Tarnwick, Hugo',
].map((name, index) => ({
  name,
  uniqueId: String(701 + index),
  email: `roster.person.${index + 1}@example.org`,
  specialty: index === 6 ? 'BODY_ONLY' : index === 7 ? 'NEURO_ONLY' : 'BOTH',
}));

/**
 * A report 619 of so many months from the first of `from`'s month: six shifts on every date, people in turn. As
 * specialties are not looked at, re-cut nights and gaps both occur.
 */
export function rosterFeed(months: number, from = '2026-01-01' as LocalDate): string {
  const first = `${from.slice(0, 7)}-01` as LocalDate;
  const lines = eachDate(first, lastDate(first, months)).flatMap((date, day) =>
    SHIFT_TYPES.flatMap((shiftType, place) => {
      const { name, uniqueId, backupId, start, end } = SHIFT_PATTERNS[shiftType];
      const index = (day + place) % ROSTER_PEOPLE.length;
      return ROSTER_PEOPLE.slice(index, index + 1).map((person) => {
        const staff = `"${person.name}",${person.uniqueId},${index + 1}`;
        return `${staff},"${name}",${uniqueId},${backupId},${amionDate(date)},${start},${end}`;
      });
    }),
  );
  return [
    `Assignments for ${amionDate(first)}     (as of Jan 5 19:06 2026 US ET)`,
    '',
    'Field  1 -  3: Staff name, unique ID, backup ID',
    'Field  4 -  6: Assignment name, unique ID, backup ID',
    'Field  7 -  9: Date and time of assignment (GMTO=4 1 1 Eastern)',
    '',
    ...lines,
    '',
  ].join('\n');
}

function lastDate(first: LocalDate, months: number): LocalDate {
  const month = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1 + months;
  const next = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  return addDays(parseLocalDate(next) ?? first, -1);
}

/** `m-d-yy`, unpadded. */
const amionDate = (date: LocalDate): string =>
  `${Number(date.slice(5, 7))}-${Number(date.slice(8))}-${date.slice(2, 4)}`;

const EVENING = ['MidC', 'MidL', 'Mid3'];
const EVENING_BODY = ['Mid Body', 'Mid Neuro', 'Mid 3'];
const NIGHT = ['ON1', 'ON2'];
const NIGHT_BODY = ['ON Neuro', 'ON Body'];

const MATRIX_SHEETS: readonly [name: string, positions: string[]][] = [
  ['Mid Weekday Body 5 - 6 pm', EVENING_BODY],
  ['Mid Weekday Neuro 5 pm - 6 pm', EVENING],
  ['Mid Weekday Neuro 6 pm - 12 am', EVENING],
  ['Mid Weekday Body 6 pm - 12 am', EVENING_BODY],
  ['Mid Weekend Body 5 pm - 12 am', EVENING_BODY],
  ['Mid Weekend Neuro 5 pm - 12 am', EVENING],
  ['Mid Weekend 10pm-Midnight', EVENING],
  ['Mid  12am-1am', [...NIGHT, 'Mid3']],
  ['ON Weekday Neuro 1 am - 8 am', NIGHT],
  ['ON Weekday Body 1 am - 8 am', NIGHT_BODY],
  ['ON Weekend Neuro 1 am - 8 am', NIGHT],
  ['ON Weekend Body 1 am - 8 am', NIGHT_BODY],
];

const SEVEN = ['CT Neuro', 'CT Body', 'US', 'MR Neuro', 'MR Body', 'DX Chest/Abd', 'DX Bone'];

/** The four hospitals of the matrix and what each has read: 23 studies. */
export const MATRIX_HOSPITALS: Readonly<Record<string, readonly string[]>> = {
  NORTH: [...SEVEN, 'CT Chest'],
  CHILD: ['Neuro'],
  EAST: SEVEN,
  WEST: SEVEN,
};

/** Twenty hospitals that have ten studies each: 200 rows a sheet. */
export const MANY_HOSPITALS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  LIST_HOSPITALS.map((code) => [code, [...SEVEN, 'CT Chest', 'MR Spine', 'DX Abd']]),
);

/** The bytes of a matrix (.ods) of the usual size: 12 sheets, 23 studies on each, one mark a row, 4 hospitals. */
export const realSizedMatrix = (): Uint8Array => matrixOf(MATRIX_HOSPITALS);

/** The same twelve sheets for other hospitals and what each has read. */
export function matrixOf(hospitals: Readonly<Record<string, readonly string[]>>): Uint8Array {
  const studies = Object.entries(hospitals).flatMap(([code, names]) =>
    names.map((name) => ({ label: `${code} ${name}`, body: /Body|Chest/.test(name) })),
  );
  return writeOdsWorkbook(
    MATRIX_SHEETS.map(([name, positions]) => ({
      name,
      filledToTheEnd: true,
      rows: [
        [null, ...positions],
        ...studies.map(({ label, body }, row) => {
          const cut = positions.findIndex((position) => position.endsWith(body ? ' Body' : ' Neuro'));
          const reader = cut === -1 ? Math.floor((row * positions.length) / studies.length) : cut;
          return [label, ...positions.map((_, column) => (column === reader ? 'x' : null))];
        }),
      ],
    })),
  );
}
