import { expect, it } from 'vitest';
import { writeOds } from '#test/support/ods-writer.ts';
import { listEvents } from '#test/support/workbook-reading.ts';
import { writeXlsx } from '#test/support/xlsx-writer.ts';
import { readWorkbook } from './read-workbook.ts';
import { readWorkbookInWorker } from './read-workbook-in-worker.ts';
import { DEFAULT_LIMITS } from './workbook-limits.ts';

const large = writeOds([
  { name: 'S', rows: Array.from({ length: 20_000 }, (_, i) => [`label ${i}`, 'x', i, `${i % 7}`]) },
]);

async function fault(bytes: Uint8Array, limits: Partial<typeof DEFAULT_LIMITS>): Promise<string> {
  const last = (await listEvents(readWorkbookInWorker(bytes, 'f', { ...DEFAULT_LIMITS, ...limits }))).at(-1);
  return last?.kind === 'fault' ? `${last.message.code}: ${last.message.text}` : 'none';
}

it('gives the same events as reading in the own thread', async () => {
  expect(await listEvents(readWorkbookInWorker(large, 'f.ods'))).toEqual(
    await listEvents(readWorkbook(large, 'f.ods')),
  );
});

it('stops a thread that takes too long', async () => {
  expect(await fault(large, { timeoutMs: 1 })).toMatch(/^FILE_TOO_LARGE: .*takes longer than 0\.001 s/);
});

it('survives a thread that takes all its memory', async () => {
  const rows = Array.from({ length: 60_000 }, (_, i) => [1, 2, 3, 4, 5].map((column) => `${column}r${i}`));
  const crowded = writeXlsx([{ name: 'S', rows }]);
  const limits = { heapMegabytes: 16 };
  expect(await fault(crowded, limits)).toMatch(/^FILE_TOO_LARGE: .*too much memory/);
});

it('survives a thread that cannot go on', async () => {
  const limits = { ...DEFAULT_LIMITS, cells: Symbol.iterator } as unknown as typeof DEFAULT_LIMITS;
  await expect(listEvents(readWorkbookInWorker(large, 'f.ods', limits))).rejects.toThrow(/clone/);
  const unreadable = 'not bytes' as unknown as Uint8Array;
  expect(await fault(unreadable, {})).toMatch(/^CORRUPT_FILE: .*cannot be read/);
});

it('refuses a file that is too large without starting a thread', async () => {
  expect(await fault(large, { uploadBytes: 1_000 })).toMatch(
    /^FILE_TOO_LARGE: .*larger than 0 MB|larger than/,
  );
});

it('ends the thread when nobody reads on', async () => {
  for await (const event of readWorkbookInWorker(large, 'f.ods')) {
    expect(event.kind).toBe('sheet');
    break;
  }
});

it.each([
  ['cells', { cells: 79_999 }],
  ['sheets', { sheets: 0 }],
  ['bytes unpacked', { inflatedBytes: 100_000 }],
  ['characters of a text', { tokenCharacters: 6 }],
])('keeps its limit of %s', async (_, limits) => {
  expect(await fault(large, limits)).toMatch(/^FILE_TOO_LARGE: /);
});

it('takes just as much as it may', async () => {
  expect(await fault(large, { cells: 80_000, sheets: 1 })).toBe('none');
});
