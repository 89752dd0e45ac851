import { addDays, toLocalDate } from '#src/domain/local-date.ts';
import { startAmionServer } from '#src/example/amion-server.ts';
import { exampleRoster } from '#src/example/roster.ts';
import { readConfig } from '#src/main/config.ts';
import { wireServices } from '#src/main/wiring.ts';
import { type BenchServer, DEPARTMENT } from './bench-database.ts';
import type { BenchRow, Effort } from './bench-row.ts';
import { millisecondsOf } from './measure-in-turn.ts';

const RESPONSE_MS = 200;
/** Between the starts of two requests: Amion blocks those who ask more often. */
const SPACING_MS = 1_050;
const LOGIN = 'bench';
const MONTHS = 6;

/** A pull of six months at 200 ms a response against the least that politeness allows: once, since it mostly waits. */
export async function benchAmionPull(effort: Effort, server: BenchServer): Promise<BenchRow> {
  const months = effort.judged ? MONTHS : 2;
  const amion = await startAmionServer({ roster: halfYear(), asOf: 'Dec 28 16:40 2025', login: LOGIN });
  amion.plan = () => ({ kind: 'slow', ms: RESPONSE_MS });
  const database = await server.freshDatabase();
  try {
    const config = { ...readConfig(), amionBaseUrl: amion.base, amionLogin: LOGIN };
    const { drift } = wireServices(config, database, () => '2026-01-10T12:00:00Z');
    const ours = await millisecondsOf(async () => {
      const { state, messages } = await drift.pull(DEPARTMENT, months, database.actor);
      if (state !== 'COMPLETE') throw new Error(`The pull of the bench failed: ${messages[0]?.text}`);
    });
    const floor = (months - 1) * SPACING_MS + RESPONSE_MS;
    return {
      ...{
        name: 'pull from Amion',
        input: `${months} months, ${RESPONSE_MS} ms a response`,
        unit: 'ms',
        ours,
      },
      ...{ floor: { name: 'spacing and one response', value: floor }, limit: 1.2 },
    };
  } finally {
    await database.drop();
    await amion.stop();
  }
}

/** The example's first month, in each month of the first half of 2026. */
function halfYear(): ReturnType<typeof exampleRoster> {
  const roster = exampleRoster();
  const [first] = roster.assignments;
  const month = roster.assignments.filter(({ date }) => date.slice(0, 7) === first?.date.slice(0, 7));
  const assignments = Array.from({ length: MONTHS }, (_, index) =>
    month.flatMap((row) => {
      const begin = toLocalDate(2026, index + 1, 1);
      const day = Number(row.date.slice(8, 10));
      return begin && day <= 28 ? [{ ...row, date: addDays(begin, day - 1) }] : [];
    }),
  );
  return { ...roster, assignments: assignments.flat() };
}
