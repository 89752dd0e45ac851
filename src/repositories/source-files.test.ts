import { expect, it } from 'vitest';
import { scheduler } from '#test/support/builders.ts';
import { openTestDatabase, runSql } from '#test/support/open-test-database.ts';
import { storedBatch, storedHospital } from '#test/support/stored.ts';
import {
  deleteSourceFilesBefore,
  getSourceFile,
  insertBatchFiles,
  listBatchFiles,
  putSourceFile,
} from './source-files.ts';

const { db } = await openTestDatabase();
const hospital = await storedHospital(db);
const content = Buffer.from([0, 1, 254, 255, 80, 75]);

const put = (checksum: string) =>
  putSourceFile(db, { checksum, fileName: 'matrix.ods', content, createdBy: scheduler });

it('bytes come back as they came', async () => {
  await put('sum-1');
  expect(await getSourceFile(db, 'sum-1')).toMatchObject({
    checksum: 'sum-1',
    fileName: 'matrix.ods',
    content,
  });
});

it('the same bytes are kept once, and their time begins anew', async () => {
  await put('sum-2');
  await runSql(db, `update source_files set created_at = '2020-01-01Z' where checksum = 'sum-2'`);
  await put('sum-2');
  expect(Date.parse((await getSourceFile(db, 'sum-2')).createdAt)).toBeGreaterThan(Date.parse('2021-01-01'));
});

it('two who bring the same bytes at once both succeed', async () => {
  await expect(Promise.all([put('sum-3'), put('sum-3')])).resolves.toHaveLength(2);
});

it('bytes that never came are not found, and the answer says what to do', async () => {
  await expect(getSourceFile(db, 'never')).rejects.toMatchObject({
    code: 'NOT_FOUND',
    message: expect.stringContaining('Import it again'),
  });
});

it('old bytes go; the batch still names its files, in their order', async () => {
  const { id } = await storedBatch(db, hospital.id);
  await put('old');
  await put('new');
  await insertBatchFiles(db, id, [
    { fileName: 'second.csv', checksum: 'old' },
    { fileName: 'first.csv', checksum: 'new' },
  ]);
  await runSql(db, `update source_files set created_at = '2020-01-01Z' where checksum = 'old'`);
  expect(await deleteSourceFilesBefore(db, '2021-01-01T00:00:00Z')).toBe(1);
  expect(await deleteSourceFilesBefore(db, '2021-01-01T00:00:00Z')).toBe(0);
  expect(await listBatchFiles(db, id)).toEqual([
    { fileName: 'second.csv', checksum: 'old', kept: false },
    { fileName: 'first.csv', checksum: 'new', kept: true },
  ]);
});

it('a batch may have no files', async () => {
  const { id } = await storedBatch(db, hospital.id);
  await insertBatchFiles(db, id, []);
  expect(await listBatchFiles(db, id)).toEqual([]);
});
