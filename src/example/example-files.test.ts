import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { parseShiftType } from '#src/domain/shift-type.ts';
import { parseSpecialty } from '#src/domain/specialty.ts';
import { exampleFiles } from './example-files.ts';
import { exampleRoster } from './roster.ts';

const folder = join(import.meta.dirname, 'files');
const tableOf = (name: string): Record<string, string>[] =>
  parse(readFileSync(join(folder, name), 'utf8'), { columns: true });

test('the committed files are what the generator makes (else run tools/generate-example.ts)', () => {
  const made = exampleFiles();
  expect(readdirSync(folder).sort()).toEqual([...made.keys()].sort());
  for (const [name, bytes] of made) {
    expect(Buffer.compare(readFileSync(join(folder, name)), bytes), name).toBe(0);
  }
});

test('people of all three specialties, each with an address that cannot be real', () => {
  const people = tableOf('people.csv');
  const count = (specialty: string): number =>
    people.filter((person) => person['specialty'] === specialty).length;
  expect([count('BODY_ONLY'), count('NEURO_ONLY'), count('BOTH')]).toEqual([2, 2, 9]);
  expect(people.every((person) => parseSpecialty(person['specialty'] ?? '') !== null)).toBe(true);
  expect(people.every((person) => /^[a-z.-]+@example\.org$/.test(person['email'] ?? ''))).toBe(true);
  expect(new Set(people.map((person) => person['email'])).size).toBe(people.length);
  expect(people.find((person) => person['name'] === 'Rufus Thackwell')?.['aliases']).toBe(
    'Rufus B Thackwell;R. Thackwell',
  );
});

test('four hospitals, one of them with a code of two words', () => {
  const hospitals = tableOf('hospitals.csv');
  expect(hospitals.map((hospital) => hospital['code'])).toEqual(['HARBOR', 'MERCY', 'St Anne', 'LAKE']);
  expect(new Set(hospitals.map((hospital) => hospital['time_zone']))).toEqual(new Set(['America/New_York']));
  expect(hospitals[0]?.['location']).toBe('Wrenfield, Harbor Street');
});

test('the mapping knows every assignment of the roster and ignores those that are no shifts', () => {
  const mapping = tableOf('mapping.csv');
  const known = mapping.map((row) => row['assignment']);
  expect(new Set(exampleRoster().assignments.map((row) => row.name))).toEqual(new Set(known));
  const ignored = mapping.filter((row) => row['shift_type'] === 'ignore').map((row) => row['assignment']);
  expect(ignored).toEqual(['Vacation', 'Conf, am', 'Moonlight']);
  for (const row of mapping) {
    const shiftType = row['shift_type'] ?? '';
    expect(shiftType === 'ignore' || parseShiftType(shiftType) !== null).toBe(true);
  }
});
