/** Pictures of every page, wide and phone, light and dark, into docs/pictures: `npm run pictures [-- NAME…]`. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContext } from 'playwright-core';
import { startProgram } from '#test/journeys/spawned.ts';
import { startBrowser } from '#test/support/provide-browser.ts';
import { prepareScenes, RADIOLOGIST, type Scene } from './scenes.ts';

const FOLDER = join(import.meta.dirname, '..', 'docs', 'pictures');
const QUALITY = 82;
const DEVICES = {
  wide: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};
const THEMES = ['light', 'dark'] as const;
const LINK = /http:\/\/localhost:\d+\/api\/session\/links\/\S+/;
/** How long a page gets to come to rest. */
const REST_MS = 400;

async function takePictures(wanted: readonly string[]): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'schedcu-pictures-'));
  const { browser, missing } = await startBrowser();
  if (!browser) throw new Error(missing);
  const program = startProgram('start.ts', [], { cwd: data, env: { PORT: '0' } });
  try {
    const printed = (pattern: RegExp): string | undefined => pattern.exec(program.printed())?.[0];
    for (let tries = 0; tries < 600 && !printed(LINK) && program.child.exitCode === null; tries++)
      await sleep(200);
    const link = printed(LINK);
    if (!link) throw new Error(`The example is not served: ${program.printed()}`);
    await mkdir(FOLDER, { recursive: true });
    await takeAll(browser, link, wanted);
  } finally {
    program.child.kill('SIGTERM');
    await program.ended;
    await browser.close();
    await rm(data, { recursive: true, force: true });
  }
}

async function takeAll(browser: Browser, link: string, wanted: readonly string[]): Promise<void> {
  const first = await browser.newContext({ baseURL: new URL(link).origin });
  await first.request.get(link);
  const scenes = await prepareScenes(first.request);
  const states = { administrator: await first.storageState(), radiologist: await signIn(browser, link) };
  const chosen = scenes.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  for (const [device, size] of Object.entries(DEVICES)) {
    for (const colorScheme of THEMES) {
      for (const isOwn of [false, true]) {
        const storageState = isOwn ? states.radiologist : states.administrator;
        const options = { ...size, colorScheme, storageState, baseURL: new URL(link).origin };
        const context = await browser.newContext(options);
        for (const scene of chosen.filter((one) => (one.isOwn ?? false) === isOwn))
          await takeOne(context, scene, `${scene.name}-${device}-${colorScheme}.jpg`);
        await context.close();
      }
    }
  }
}

async function signIn(browser: Browser, link: string) {
  const context = await browser.newContext({ baseURL: new URL(link).origin });
  const answer = await context.request.post('/api/session', { data: RADIOLOGIST });
  if (!answer.ok()) throw new Error(`The radiologist cannot sign in: ${await answer.text()}`);
  return await context.storageState();
}

async function takeOne(context: BrowserContext, { path }: Scene, name: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(REST_MS);
  await page.screenshot({ path: join(FOLDER, name), type: 'jpeg', quality: QUALITY });
  await page.close();
  process.stderr.write(`${name}\n`);
}

await takePictures(process.argv.slice(2));
