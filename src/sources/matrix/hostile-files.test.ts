import { expect, it } from 'vitest';
import { HOSTILE_FILES } from '#test/support/hostile-files.ts';
import { HOSTILE_TABLES } from '#test/support/hostile-tables.ts';
import { writeOds } from '#test/support/ods-writer.ts';
import { listEvents } from '#test/support/workbook-reading.ts';
import { readWorkbook } from './read-workbook.ts';
import { readWorkbookInWorker } from './read-workbook-in-worker.ts';

const good = writeOds([{ name: 'S', rows: [['x']] }]);
const files = [...HOSTILE_FILES.map((file) => ({ ...file, fileName: 'plan.ods' })), ...HOSTILE_TABLES];

it.each(files)('$name is $code, and the next file is read', async ({ make, fileName, code }) => {
  const bytes = make();
  const events = await listEvents(readWorkbookInWorker(bytes, fileName));
  const last = events.at(-1);
  expect(last?.kind === 'fault' ? last.message : last).toMatchObject({
    severity: 'ERROR',
    code,
    text: expect.stringMatching(/^The file "plan\.\w+" .+\.$/),
    context: { file: fileName },
  });
  expect((await listEvents(readWorkbook(bytes, fileName))).at(-1)).toEqual(last);
  expect(await listEvents(readWorkbook(good, 'next.ods'))).toHaveLength(2);
});
