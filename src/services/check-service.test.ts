import { describe, expect, it } from 'vitest';
import { checkMatrix, checkRoster } from '#src/services/check-service.ts';
import { DEFAULT_LIMITS } from '#src/sources/matrix/workbook-limits.ts';
import { HOSPITALS, MARKS, matrixFile, rosterFile, textFile } from '#test/support/small-schedule.ts';

const check = (over: Partial<Parameters<typeof checkMatrix>[0]> = {}) =>
  checkMatrix({ file: matrixFile(), layout: null, hospitals: null, limits: DEFAULT_LIMITS, ...over });

describe('a check without a database', () => {
  it('of a matrix takes the first word of a label for its hospital where none are given', async () => {
    const reading = await check();
    expect(reading).toMatchObject({
      layout: 'matrix',
      accounting: { read: MARKS, accepted: MARKS, stored: MARKS },
    });
    expect(new Set(reading.listed.map(({ hospital }) => hospital))).toEqual(new Set(['Ashby', 'Brook']));
  });

  it('of a matrix knows the hospitals of a file', async () => {
    expect((await check({ hospitals: HOSPITALS })).messages.map(({ severity }) => severity)).not.toContain(
      'ERROR',
    );
    const { messages } = await check({ hospitals: textFile('h.csv', ['code', 'Ashby']) });
    expect(messages.map(({ code }) => code)).toContain('UNKNOWN_HOSPITAL');
    const broken = await check({ hospitals: textFile('h.csv', ['name', 'Ashby']) });
    expect(broken.messages.map(({ code }) => code)).toContain('MISSING_COLUMN');
  });

  it('of a flat list that is told to be one', async () => {
    const list = textFile('list.csv', [
      'Date,Shift Type,Start,End,Hospital',
      '2026-04-07,ON1,22:00,06:00,Ashby',
    ]);
    expect(await check({ file: list, layout: 'list' })).toMatchObject({
      layout: 'list',
      shifts: [{ date: '2026-04-07', shiftType: 'ON1' }],
    });
  });

  it('of saved reports', () => {
    const { reports, rows, messages } = checkRoster([rosterFile()]);
    expect([reports.length, rows.length, messages.length]).toEqual([1, 28, 0]);
  });
});
