import { expect, it } from 'vitest';
import { HOSTILE_FILES } from '#test/support/hostile-files.ts';
import { writeOds } from '#test/support/ods-writer.ts';
import { listEvents } from '#test/support/workbook-reading.ts';
import { readWorkbook } from './read-workbook.ts';
import { readWorkbookInWorker } from './read-workbook-in-worker.ts';

const SLOWEST_MS = 2_000;
const good = writeOds([{ name: 'S', rows: [['x']] }]);

it.each(HOSTILE_FILES)('$name is $code, in time, and the next file is read', async ({ make, code }) => {
  const bytes = make();
  const began = performance.now();
  const events = await listEvents(readWorkbookInWorker(bytes, 'plan.ods'));
  expect(performance.now() - began).toBeLessThan(SLOWEST_MS);
  const last = events.at(-1);
  expect(last?.kind === 'fault' ? last.message : last).toMatchObject({
    severity: 'ERROR',
    code,
    text: expect.stringMatching(/^The file "plan\.ods" .+\.$/),
    context: { file: 'plan.ods' },
  });
  expect((await listEvents(readWorkbook(bytes, 'plan.ods'))).at(-1)).toEqual(last);
  expect(await listEvents(readWorkbook(good, 'next.ods'))).toHaveLength(2);
});
