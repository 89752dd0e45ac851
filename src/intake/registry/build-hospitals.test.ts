import { expect, it } from 'vitest';
import { readTable } from '../../sources/table/read-table.ts';
import { buildHospitals, HOSPITAL_COLUMNS } from './build-hospitals.ts';

const build = (text: string) =>
  buildHospitals(readTable('hospitals.csv', new TextEncoder().encode(text), HOSPITAL_COLUMNS));

it('a code alone is enough; its name is then the code', () => {
  expect(build('code\nSt Anne\n').hospitals).toEqual([
    { code: 'St Anne', name: 'St Anne', location: null, timeZone: null },
  ]);
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
