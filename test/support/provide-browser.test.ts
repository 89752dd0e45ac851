import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { startBrowser } from './provide-browser.ts';
import { TEST_FOLDER } from './test-server.ts';

// A browser is unpacked here several times, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const usual = await startBrowser();
await usual.browser?.close();

/** Where nobody has unpacked a browser yet. */
const folder = await mkdtemp(join(tmpdir(), `${TEST_FOLDER}${process.pid}-`));
vi.stubEnv('TMPDIR', folder);
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

const why = usual.missing === null ? '' : `: ${usual.missing}`;

describe.skipIf(usual.missing !== null)(`a browser for tests${why}`, () => {
  it('is there for three that ask at once on a new machine', async () => {
    const three = await Promise.all([startBrowser(), startBrowser(), startBrowser()]);
    for (const { browser } of three) await browser?.close();
    expect(three.map(({ missing }) => missing)).toEqual([null, null, null]);
  });

  it('is unpacked anew where half of it was left behind', async () => {
    await writeFile(join(folder, 'chromium'), 'half a browser', { mode: 0o700 });
    const { browser, missing } = await startBrowser();
    await browser?.close();
    expect(missing).toBeNull();
  });
});
