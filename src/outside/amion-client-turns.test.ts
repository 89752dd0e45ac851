import { expect, it } from 'vitest';
import { findAmionCopy, keepAmionCopy } from '#src/repositories/amion-copies.ts';
import {
  beginAmionRequest,
  endAmionRequest,
  noteAmionRequestSent,
} from '#src/repositories/amion-requests.ts';
import { judgeAnswer } from '#src/sources/amion/judge-answer.ts';
import { pullFrom, startYearlyAmion } from '#test/support/amion.ts';
import { openTestDatabase } from '#test/support/open-test-database.ts';
import { AmionClient } from './amion-client.ts';

const { db } = await openTestDatabase();
const SPACING_MS = 120;

const starts: number[] = [];

/** A client as each process has one. */
const processClient = (): AmionClient =>
  new AmionClient({
    judge: judgeAnswer,
    cache: { find: (key) => findAmionCopy(db, key), keep: (key, copy) => keepAmionCopy(db, key, copy) },
    turns: {
      begin: (request, limits) => beginAmionRequest(db, request, limits),
      sent: (id) => noteAmionRequestSent(db, id),
      end: (id) => endAmionRequest(db, id),
    },
    ...{ spacingMs: SPACING_MS, atOnce: 2, backoffMs: 1 },
    onRequest: ({ startedAt }) => starts.push(startedAt),
  });

it('three processes that pull at once keep the limits together, and fetch what they share once', async () => {
  const server = await startYearlyAmion({ plan: () => ({ kind: 'slow', ms: 300 }) });
  const monthsFrom = (first: number) =>
    Array.from({ length: 4 }, (_, index) => ({ year: 2026, month: first + index }));
  const pulls = [1, 3, 5].map((first) => processClient().fetchRoster(pullFrom(server, monthsFrom(first))));
  const fetched = await Promise.all(pulls);
  expect(fetched.map(({ files, messages }) => [files.length, messages.length])).toEqual([
    [4, 0],
    [4, 0],
    [4, 0],
  ]);
  expect(server.requests.map(({ query }) => Number(query['Month']?.split('-')[0])).sort()).toEqual([
    ...[1, 2, 3, 4, 5, 6, 7, 8],
  ]);
  expect(server.mostAtOnce).toBeLessThanOrEqual(2);
  const inOrder = starts.toSorted((a, b) => a - b);
  inOrder.slice(1).forEach((at, index) => {
    // Clocks tick in whole milliseconds.
    expect(at - (inOrder[index] ?? 0)).toBeGreaterThanOrEqual(SPACING_MS - 1);
  });
});
