import { beforeAll, describe, expect, it } from 'vitest';
import type { BatchId } from '#src/domain/ids.ts';
import { type HttpWards, json, openHttpWards, statuses } from '#test/support/http-wards.ts';
import { runSql } from '#test/support/open-test-database.ts';
import {
  matrixFile,
  rosterFile,
  rosterLine,
  rosterLines,
  SHEETS,
  textFile,
} from '#test/support/small-schedule.ts';

interface Workbook {
  file: string;
  sheets: { name: string; rows: { row: number; cells: { column: string; text: string }[] }[] }[];
  truncated: boolean;
  fault: { code: string } | null;
}

let wards: HttpWards;
const made = {} as Record<'matrix' | 'failed' | 'corrupt' | 'roster', BatchId>;
const strangeMark = {
  ...SHEETS.EVENING,
  rows: [
    [null, 'MidC'],
    ['Nowhere CT Neuro', 'x'],
  ],
};
const longName = `${'Very '.repeat(300)}Long`;

beforeAll(async () => {
  wards = await openHttpWards();
  const { services, own } = wards;
  const { batchId, versionId } = await services.importMatrix(own);
  made.matrix = batchId;
  made.failed = (await services.importMatrix(own, { file: matrixFile([strangeMark], 'faulty.ods') })).batchId;
  const half = Buffer.from(matrixFile().bytes).subarray(0, 900);
  made.corrupt = (await services.importMatrix(own, { file: { name: 'half.ods', bytes: half } })).batchId;
  const lines = [...rosterLines(), rosterLine('2026-04-06', 'ON1', longName)];
  if (!versionId) throw new Error('no version');
  const roster = [rosterFile(), rosterFile(lines, { name: 'second.csv' })];
  made.roster = (await services.importRoster(own, versionId, { roster })).batchId;
});

const url = (batch: keyof typeof made, path: string): string => `/api/imports/${made[batch]}/${path}`;

describe('the workbook of an import', () => {
  it('is its sheets as they look', async () => {
    const view = json<Workbook>(await wards.viewer.call('GET', url('matrix', 'workbook')));
    expect(view).toMatchObject({ file: 'matrix.ods', truncated: false, fault: null });
    expect(view.sheets.map(({ name }) => name)).toEqual([
      ...[SHEETS.EVENING.name, SHEETS.NIGHT.name, SHEETS.BODY_NIGHT.name],
    ]);
    expect(view.sheets[0]).toEqual({
      ...{ name: SHEETS.EVENING.name, hidden: false, columns: 3, truncated: false },
      rows: [
        {
          row: 1,
          cells: [
            { column: 'B', text: 'MidC' },
            { column: 'C', text: 'MidL' },
          ],
        },
        {
          row: 2,
          cells: [
            { column: 'A', text: 'Ashby CT Neuro' },
            { column: 'B', text: 'x' },
          ],
        },
        {
          row: 3,
          cells: [
            { column: 'A', text: 'Ashby CT Body' },
            { column: 'C', text: 'x' },
          ],
        },
        {
          row: 4,
          cells: [
            { column: 'A', text: 'Brook US' },
            { column: 'C', text: 'x' },
          ],
        },
      ],
    });
  });

  it('can be seen when it failed: that is when it is needed most', async () => {
    const view = json<Workbook>(await wards.viewer.call('GET', url('failed', 'workbook')));
    expect(view.file).toBe('faulty.ods');
    expect(view.sheets[0]?.rows[1]?.cells[0]).toEqual({ column: 'A', text: 'Nowhere CT Neuro' });
  });

  it('of a file that is none is a conflict that says why', async () => {
    expect(json(await wards.viewer.call('GET', url('corrupt', 'workbook')), 409)).toMatchObject({
      code: 'CONFLICT',
      detail: expect.stringContaining('half.ods'),
      validation: { messages: [{ code: 'CORRUPT_FILE' }] },
    });
  });

  it('takes three queries with the batch', async () => {
    const { sourceViews, queries } = wards.services.counted();
    await sourceViews.viewWorkbook(await sourceViews.get(made.matrix));
    expect(queries.count()).toBe(3);
  });
});

describe('the lines of an import', () => {
  interface Lines {
    lines: { line: number; text: string; truncated: boolean }[];
  }

  it('are those around one of a report', async () => {
    const view = json<Lines>(await wards.viewer.call('GET', url('roster', 'lines?line=8')));
    expect(view).toMatchObject({
      ...{ file: 'roster.csv', files: ['roster.csv', 'second.csv'], unit: 'line', line: 8, total: 35 },
    });
    expect(view.lines.map(({ line }) => line)).toEqual([5, 6, 7, 8, 9, 10, 11]);
    expect(view.lines[3]).toEqual({
      ...{ line: 8, text: rosterLine('2026-04-06', 'MidL', 'Hollis, Mei'), truncated: false },
    });
  });

  it('are of the report that is named, long ones cut', async () => {
    const view = json<Lines>(await wards.viewer.call('GET', url('roster', 'lines?line=35&file=second.csv')));
    expect(view.lines.map(({ line, truncated }) => [line, truncated])).toEqual([
      ...[
        [32, false],
        [33, false],
        [34, false],
        [35, true],
        [36, false],
      ],
    ]);
    expect(view.lines[3]?.text).toHaveLength(1000);
  });

  it('are none far behind the end', async () => {
    expect(json(await wards.viewer.call('GET', url('roster', 'lines?line=9000')))).toMatchObject({
      lines: [],
    });
  });
});

it.each<[string, keyof typeof made, string]>([
  ['a roster has no workbook', 'roster', 'workbook'],
  ['a workbook has no lines', 'matrix', 'lines?line=1'],
  ['there is no such report', 'roster', 'lines?line=1&file=third.csv'],
])('%s: 404', async (_, batch, path) => {
  expect(json(await wards.viewer.call('GET', url(batch, path)), 404)).toMatchObject({ code: 'NOT_FOUND' });
});

it.each<[keyof typeof made, string]>([
  ['matrix', 'workbook'],
  ['roster', 'lines?line=1'],
])('of a %s are for whoever reads the department', async (batch, path) => {
  const { admin, scheduler, viewer, user, brook, stranger } = wards;
  const browsers = { admin, scheduler, viewer, user, brook, stranger };
  expect(await statuses(browsers, 'GET', url(batch, path))).toEqual({
    ...{ admin: 200, scheduler: 200, viewer: 200, user: 403, brook: 403, stranger: 404 },
  });
});

it('past the retention time they are not there any more, nor where nothing was read', async () => {
  const { services, own, browse } = wards;
  let viewer = wards.viewer;
  const { batchId } = await services.importMatrix(own, { file: textFile('gone.csv', ['a,b', 'c,d']) });
  const path = `/api/imports/${batchId}/workbook`;
  expect((await viewer.call('GET', path)).statusCode).toBe(200);
  const before = services.clock.now;
  services.clock.now = '2999-12-31T00:00:00Z';
  await services.retention.cleanUp();
  services.clock.now = before;
  // Sessions that have expired by then are gone too.
  viewer = await browse('looker@ashby.test');
  expect(json(await viewer.call('GET', path), 404)).toMatchObject({
    detail: expect.stringContaining('not kept any more'),
  });
  await runSql(services.database.db, `delete from scrape_batch_files where scrape_batch_id = '${batchId}'`);
  expect(json(await viewer.call('GET', path), 404)).toMatchObject({
    detail: expect.stringContaining('no file was kept'),
  });
});
