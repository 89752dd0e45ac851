import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { LocalDate } from '#src/domain/local-date.ts';
import { flatListOds, MATRIX_HOSPITALS, ROSTER_PEOPLE, realSizedMatrix, rosterFeed } from './inputs.ts';

const contentOf = (bytes: Uint8Array): string =>
  strFromU8(unzipSync(bytes)['content.xml'] ?? new Uint8Array());

test('a flat list has a header and as many distinct rows as asked for', () => {
  const rows = contentOf(flatListOds(5_000)).match(/<table:table-row>.*?<\/table:table-row>/g) ?? [];
  expect(rows.length).toBe(5_001);
  expect(new Set(rows).size).toBe(5_001);
  expect(rows[1]).toContain('office:date-value="2026-01-01"');
});

test('a roster feed of fourteen months has six shifts a day, nobody twice', () => {
  const rows = rosterFeed(14, '2026-11-05' as LocalDate)
    .split('\n')
    .filter((line) => line.startsWith('"'));
  expect(rows.length).toBe(426 * 6);
  expect(rows[0]).toBe('"Aldermoor, Cleo",701,1,"Day",401,1,11-1-26,0800,1700');
  expect(rows.at(-1)).toContain(',12-31-27,2300,0800');
  expect(new Set(rows.map((row) => row.replace(/,"[^"]*",\d+,\d+(,[\d-]+),.*$/, '$1'))).size).toBe(
    rows.length,
  );
  expect(new Set(rows.map((row) => row.split('"')[1])).size).toBe(ROSTER_PEOPLE.length);
});

test('the matrix has twelve sheets, 23 studies of four hospitals on each, a mark a row', () => {
  const content = contentOf(realSizedMatrix());
  expect(content.match(/<table:table /g)?.length).toBe(12);
  expect(content.match(/<text:p>x<\/text:p>/g)?.length).toBe(12 * 23);
  const labels = new Set(content.match(/<text:p>(NORTH|CHILD|EAST|WEST) [^<]*/g));
  expect(labels.size).toBe(23);
  expect(Object.values(MATRIX_HOSPITALS).flat().length).toBe(23);
});
