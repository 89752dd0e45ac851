import { expect, it } from 'vitest';
import { readTable } from '../../sources/table/read-table.ts';
import { buildHospitals, HOSPITAL_COLUMNS } from './build-hospitals.ts';

const build = (text: string) =>
  buildHospitals(readTable('hospitals.csv', new TextEncoder().encode(text), HOSPITAL_COLUMNS));

it('a code alone is enough; a column that the file lacks says nothing', () => {
  expect(build('code\nSt Anne\n').hospitals).toEqual([{ code: 'St Anne' }]);
});

it('an empty name is the code, an empty location none, an empty zone that which is known', () => {
  expect(build('code,name,location,time_zone\nSt Anne,,,\n').hospitals).toEqual([
    { code: 'St Anne', name: 'St Anne', location: null },
  ]);
});

it.each(['..', '.', 'A/B', 'A\\B', 'A?', 'A#1', 'A\u0007'])('%j is no code', (code) => {
  const { hospitals, messages } = build(`code\n"${code}"\n`);
  expect(hospitals).toEqual([]);
  expect(messages).toMatchObject([{ code: 'MISSING_VALUE', context: { line: 2, column: 'code' } }]);
});

it.each(['name', 'location'])('a %s that is too long is an error, never cut', (column) => {
  const { hospitals, messages } = build(`code,${column}\nNORTH,${'x'.repeat(256)}\n`);
  expect(hospitals).toEqual([]);
  expect(messages).toMatchObject([{ code: 'MISSING_VALUE', context: { line: 2, column } }]);
});

it('all four columns', () => {
  expect(build('code,name,location,time_zone\nNORTH,North Main,Oxley,Europe/London\n').hospitals).toEqual([
    { code: 'NORTH', name: 'North Main', location: 'Oxley', timeZone: 'Europe/London' },
  ]);
});

it('faults have their line, and other rows are read', () => {
  const { hospitals, messages } = build(
    `code,name,time_zone\n,Nameless,\nEAST,East,Gotham\n${'X'.repeat(51)},Long,\nNORTH,N,\nnorth,N again,\n`,
  );
  expect(hospitals.map(({ code }) => code)).toEqual(['NORTH']);
  expect(messages.map(({ code, context }) => [code, context['line']])).toEqual([
    ['MISSING_VALUE', 2],
    ['INVALID_TIME_ZONE', 3],
    ['MISSING_VALUE', 4],
    ['DUPLICATE_ROW', 6],
  ]);
});
