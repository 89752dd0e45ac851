import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { HOSTILE_FILES } from '#test/support/hostile-files.ts';
import type { Browser } from '#test/support/http.ts';
import { form, type HttpWards, json, openHttpWards } from '#test/support/http-wards.ts';
import { runSql } from '#test/support/open-test-database.ts';
import {
  MARKS,
  matrixFile,
  rosterFile,
  rosterLine,
  rosterLines,
  SHEETS,
  textFile,
} from '#test/support/small-schedule.ts';
import { uploadCheckSchema } from './check-schema.ts';

type Check = z.infer<typeof uploadCheckSchema>;
type Parts = Parameters<typeof form>[0];

let wards: HttpWards;

beforeAll(async () => {
  wards = await openHttpWards();
});

const send = async (parts: Parts, browser: Browser = wards.scheduler) =>
  await browser.call('POST', '/api/checks', undefined, form(parts));
const check = async (parts: Parts): Promise<Check> => {
  const answer = json<Check>(await send(parts));
  // Nothing of the answer is left out of its schema.
  expect(uploadCheckSchema.parse(answer)).toEqual(answer);
  return answer;
};
const codes = ({ workbook, roster }: Check): string[] =>
  (workbook ?? roster)?.validation.messages.map(({ code }) => code) ?? [];

describe('a workbook', () => {
  it('is read as on the command line, where no department is named', async () => {
    const { workbook, ...rest } = await check({ file: matrixFile() });
    expect(rest).toEqual({ kind: 'workbook', files: ['matrix.ods'], roster: null, truncated: false });
    expect(workbook).toMatchObject({
      ...{ layout: 'matrix', shifts: [], accounting: { read: MARKS, accepted: MARKS, stored: MARKS } },
      validation: { canImport: true },
    });
    expect(workbook?.sheets.map(({ name }) => name)).toContain(SHEETS.NIGHT.name);
    expect(workbook?.rules[0]).toMatchObject({ sheet: SHEETS.EVENING.name, cell: 'B2', position: 'MidC' });
  });

  it('is held against the hospitals there are, where one is', async () => {
    const strange = {
      ...SHEETS.EVENING,
      rows: [
        [null, 'MidC'],
        ['Ashbi CT Neuro', 'x'],
      ],
    };
    const file = matrixFile([strange], 'strange.ods');
    expect(codes(await check({ file }))).not.toContain('UNKNOWN_HOSPITAL');
    const { workbook } = await check({ file, department: wards.own.code });
    const unknown = workbook?.validation.messages.find(({ code }) => code === 'UNKNOWN_HOSPITAL');
    expect(unknown?.context).toMatchObject({ hospital: 'Ashbi', nearest: [{ code: 'Ashby' }] });
  });

  it('may be a flat list, and be told to be one', async () => {
    const list = ['Date,Shift Type,Start,End,Hospital', '2026-04-07,ON1,22:00,06:00,Ashby'];
    const { workbook } = await check({ file: textFile('list.csv', list), layout: 'list' });
    expect(workbook).toMatchObject({ layout: 'list', shifts: [{ date: '2026-04-07', shiftType: 'ON1' }] });
  });

  it.each(HOSTILE_FILES.map(({ name, make }): [string, () => Uint8Array] => [name, make]))(
    'that is hostile is said to be what it is: %s',
    async (name, make) => {
      const answer = await send({ file: { name, bytes: make() } });
      if (answer.statusCode === 413) return;
      expect(json<Check>(answer).workbook ?? json<Check>(answer).roster).toMatchObject({
        validation: { canImport: false },
      });
    },
  );
});

describe('a roster', () => {
  const strange = rosterFile([...rosterLines(), rosterLine('2026-04-06', 'ON1', 'Granthem, Nora')]);

  it('is told by its content, one report or several', async () => {
    const { roster, ...rest } = await check({ file: [rosterFile(), { ...strange, name: 'more.txt' }] });
    expect(rest).toEqual({
      ...{ kind: 'roster', files: ['roster.csv', 'more.txt'], workbook: null, truncated: false },
    });
    expect(roster).toMatchObject({
      reports: [
        { file: 'roster.csv', kind: '619' },
        { file: 'more.txt', kind: '619' },
      ],
      ...{ accounting: { read: 57, accepted: 57, stored: 57 }, validation: { canImport: true } },
    });
  });

  it('is held against the people there are, where a department is named', async () => {
    const { roster } = await check({ file: strange, department: wards.own.code });
    expect(roster).toMatchObject({
      accounting: { read: 29, accepted: 28, rejected: 1, stored: 0 },
      validation: { canImport: false },
    });
    const unknown = roster?.validation.messages.find(({ code }) => code === 'UNKNOWN_PEOPLE');
    expect(unknown?.context).toMatchObject({
      names: ['Granthem, Nora'],
      people: [{ nearestPeople: [{ name: 'Nora Grantham', email: 'grantham@ashby.test' }] }],
    });
  });

  it('that is a refusal of Amion is no roster', async () => {
    expect(codes(await check({ file: textFile('april.csv', ['NOFI=Bad password']) }))).toEqual([
      'AMION_REJECTED_LOGIN',
    ]);
  });

  it('of thousands of lines is shown in part, and counted whole', async () => {
    const lines = rosterLines({ from: '2026-04-01', to: '2026-04-30' });
    const many = rosterFile(Array.from({ length: 50 }, () => lines).flat());
    const { roster, truncated } = await check({ file: many });
    expect([roster?.assignments.length, roster?.accounting.read, truncated]).toEqual([5000, 6000, true]);
  });
});

it('stores nothing, and takes two queries where a department is named', async () => {
  const tables = ['source_files', 'scrape_batches', 'schedule_versions', 'job_queue', 'audit_logs'];
  const sql = tables.map((table) => `(select count(*) from ${table}) as ${table}`).join(', ');
  const counts = async () => await runSql(wards.services.database.db, `select ${sql}`);
  const before = await counts();
  await check({ file: matrixFile(), department: wards.own.code });
  await check({ file: rosterFile(), department: wards.own.code });
  expect(await counts()).toEqual(before);

  const { uploadChecks, queries } = wards.services.counted();
  await uploadChecks.check({ files: [matrixFile()], layout: null, department: wards.own });
  expect(queries.count()).toBe(1);
  await uploadChecks.check({ files: [rosterFile()], layout: null, department: wards.own });
  expect(queries.count()).toBe(3);
  await uploadChecks.check({ files: [rosterFile()], layout: null, department: null });
  expect(queries.count()).toBe(3);
});

it.each<[string, () => Parts]>([
  ['no file', () => ({ layout: 'list' })],
  ['two workbooks', () => ({ file: [matrixFile(), matrixFile([SHEETS.NIGHT], 'other.ods')] })],
  ['a workbook among reports', () => ({ file: [rosterFile(), matrixFile()] })],
])('refuses %s', async (_, parts) => {
  expect(json(await send(parts()), 400)).toMatchObject({ code: 'BAD_REQUEST' });
});

it('is for schedulers, by the hospitals and people of the own department', async () => {
  const { admin, scheduler, viewer, user, brook, stranger, own } = wards;
  const found: Record<string, number> = {};
  for (const [name, browser] of Object.entries({ admin, scheduler, viewer, user, brook, stranger })) {
    found[name] = (await send({ file: rosterFile(), department: own.code }, browser)).statusCode;
  }
  expect(found).toEqual({ admin: 200, scheduler: 200, viewer: 403, user: 403, brook: 403, stranger: 404 });
});
