import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { BrowserContext } from 'playwright-core';
import type { HttpServer } from '#src/http/http-context.ts';
import { buildServer } from '#src/http/server.ts';
import { preparePage } from '#src/main/build-page.ts';
import { startBrowser } from '#test/support/provide-browser.ts';
import { type BenchDatabase, type BenchServer, DEPARTMENT } from './bench-database.ts';
import type { BenchRow, Effort } from './bench-row.ts';
import { MANY_HOSPITALS, matrixOf } from './inputs.ts';
import { measureInTurn, median } from './measure-in-turn.ts';
import { scrollBoard } from './scroll-board.ts';
import { storeInForce } from './store-in-force.ts';
import { workflowInput } from './year-workflow.ts';

/** Tonight with 200 rows of readers may take this many times as long as a page that says one word. */
const PAINT_LIMIT = 12;
/** What a browser calls a long task begins at 50 ms; a finger or an eye notices four of them in a row. */
const LONGEST_TASK_MS = 200;
const EMPTY = '/empty';
const [EMAIL, PASSWORD] = ['page@north.test', 'the kettle sings at dusk'];

/** The page in a real browser, over a stored period of 200 hospital-studies. */
export async function benchPage(effort: Effort, server: BenchServer): Promise<BenchRow[]> {
  const { browser, missing } = await startBrowser();
  if (!browser) {
    process.stderr.write(`without the page: ${missing}\n`);
    return [];
  }
  const database = await server.freshDatabase();
  const input = workflowInput(effort.months, matrixOf(MANY_HOSPITALS));
  try {
    await storeInForce(database, input);
    const http = await serve(database);
    const baseURL = `http://127.0.0.1:${(http.server.address() as AddressInfo).port}`;
    const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } });
    await context.request.post('/api/session', { data: { email: EMAIL, password: PASSWORD } });
    try {
      const night = `/?at=${input.from.slice(0, 8)}15T19:00`;
      return [await benchPaint(effort, context, night), await benchScroll(effort, context, input.from)];
    } finally {
      await context.close();
      await http.close();
    }
  } finally {
    await browser.close();
    await database.drop();
  }
}

async function serve(database: BenchDatabase): Promise<HttpServer> {
  const { services, actor } = database;
  const server = await buildServer({
    ...{ services, log: pino({ level: 'silent' }), uploadBytes: 1024 * 1024 },
    ...{ requestsPerMinute: 1e9, trustProxy: false, page: await preparePage(() => undefined) },
  });
  server.get(EMPTY, { config: { needs: 'open' }, schema: { hide: true } }, async (_, reply) =>
    reply.type('text/html').send('<!doctype html><title>empty</title><p class="study-row">Nothing</p>'),
  );
  await services.users.add(
    { email: EMAIL, role: 'SCHEDULER', department: DEPARTMENT, password: PASSWORD },
    actor,
  );
  await server.listen({ host: '127.0.0.1', port: 0 });
  return server;
}

/** From the begin of the navigation until what the page is about has been painted, in a tab of its own. */
async function firstPaint(context: BrowserContext, path: string): Promise<number> {
  const page = await context.newPage();
  try {
    await page.goto(path);
    return await page.evaluate<number>(`new Promise((resolve) => {
      const look = () => document.querySelector('.study-row')
        ? requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
        : requestAnimationFrame(look);
      look();
    })`);
  } finally {
    await page.close();
  }
}

async function benchPaint(effort: Effort, context: BrowserContext, night: string): Promise<BenchRow> {
  const samples = await measureInTurn(
    { ours: () => firstPaint(context, night), empty: () => firstPaint(context, EMPTY) },
    effort,
  );
  return {
    ...{ name: 'tonight: first paint with data', input: '200 hospital-studies', unit: 'ms' },
    ...{ ours: median(samples.ours), limit: PAINT_LIMIT },
    floor: { name: 'empty page of the same server', value: median(samples.empty) },
  };
}

async function benchScroll(effort: Effort, context: BrowserContext, from: string): Promise<BenchRow> {
  const page = await context.newPage();
  await page.goto(`/coverage?from=${from}&zoom=week`);
  const { longestTask, distance } = await scrollBoard(page);
  await page.close();
  return {
    ...{ name: 'board: longest task while it scrolls', unit: 'ms', ours: longestTask },
    input: `${effort.months} months x 200 studies, ${Math.round(distance)} px`,
    ...{ floor: { name: `${LONGEST_TASK_MS} ms`, value: LONGEST_TASK_MS }, limit: 1 },
  };
}
