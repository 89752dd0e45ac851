import { onTestFinished } from 'vitest';
import { toLocalDate } from '#src/domain/local-date.ts';
import { type AmionServer, type AmionServerOptions, startAmionServer } from '#src/example/amion-server.ts';
import { exampleRoster } from '#src/example/roster.ts';
import type { AmionClock } from '#src/outside/amion/amion-clock.ts';
import type { AmionMonth } from '#src/outside/amion/report-request.ts';
import { AmionClient, type AmionClientOptions } from '#src/outside/amion-client.ts';
import { judgeAnswer } from '#src/sources/amion/judge-answer.ts';

export const LOGIN = 'very-secret login';
export const APRIL: AmionMonth = { year: 2026, month: 4 };
export const MAY: AmionMonth = { year: 2026, month: 5 };

/** A server with one assignment in each month of 2026, stopped when the test is over. */
export async function startYearlyAmion(options: Partial<AmionServerOptions> = {}): Promise<AmionServer> {
  const roster = exampleRoster();
  const assignments = Array.from({ length: 12 }, (_, index) => {
    const [row] = roster.assignments;
    const date = toLocalDate(2026, index + 1, 5);
    if (!row || !date) throw new Error('The example has no assignments.');
    return { ...row, date };
  });
  const server = await startAmionServer({
    roster: { ...roster, assignments },
    asOf: 'Apr 28 19:06 2026',
    login: LOGIN,
    ...options,
  });
  onTestFinished(() => server.stop());
  return server;
}

/** Time stands still but for what the client sleeps and the test adds. */
export class JumpingClock implements AmionClock {
  ms = 1_000_000;
  now(): number {
    return this.ms;
  }
  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.ms += ms;
  }
}

/** A client on a clock of its own that hardly waits before it tries again. */
export function quickAmionClient(options: Partial<AmionClientOptions> = {}): AmionClient {
  return new AmionClient({ judge: judgeAnswer, clock: new JumpingClock(), backoffMs: 1, ...options });
}

export function pullFrom(
  server: { base: string },
  months: AmionMonth[] = [APRIL],
): Parameters<AmionClient['fetchRoster']>[0] {
  return { base: server.base, login: LOGIN, months };
}
