import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JumpingClock } from '#test/support/amion.ts';
import { RequestGate } from './request-gate.ts';

describe('the gate', () => {
  it('starts requests in order, never closer than the spacing, never more at once than allowed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 3_000 }),
        fc.array(fc.integer({ min: 0, max: 4_000 }), { maxLength: 12 }),
        async (atOnce, spacingMs, durations) => {
          const clock = new JumpingClock();
          const gate = new RequestGate({ atOnce, spacingMs }, clock);
          const starts: [number, number][] = [];
          let underWay = 0;
          let most = 0;
          await Promise.all(
            durations.map((duration, index) =>
              gate.run(async () => {
                starts.push([index, clock.now()]);
                underWay += 1;
                most = Math.max(most, underWay);
                for (let tick = 0; tick < duration % 5; tick += 1) await Promise.resolve();
                clock.ms += duration;
                underWay -= 1;
              }),
            ),
          );
          expect(starts.map(([index]) => index)).toEqual(durations.map((_, index) => index));
          expect(most).toBeLessThanOrEqual(atOnce);
          starts.slice(1).forEach(([, at], index) => {
            expect(at - (starts[index]?.[1] ?? 0)).toBeGreaterThanOrEqual(spacingMs);
          });
        },
      ),
    );
  });

  it('waits no longer than the spacing when the clock is set back', async () => {
    const clock = new JumpingClock();
    const gate = new RequestGate({ atOnce: 1, spacingMs: 1_000 }, clock);
    await gate.run(async () => {
      clock.ms -= 3_600_000;
    });
    const before = clock.ms;
    await gate.run(async () => undefined);
    expect(clock.ms - before).toBe(1_000);
  });

  it('goes on after a request that failed', async () => {
    const gate = new RequestGate({ atOnce: 1, spacingMs: 1 }, new JumpingClock());
    await expect(gate.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await gate.run(async () => 'yes')).toBe('yes');
  });

  it('does not start what is given up while it waits', async () => {
    const clock = new JumpingClock();
    const gate = new RequestGate({ atOnce: 1, spacingMs: 1_000 }, clock);
    const given = new AbortController();
    const started: string[] = [];
    const first = gate.run(async () => {
      started.push('first');
      given.abort(new Error('given up'));
    });
    const second = gate.run(async () => void started.push('second'), { signal: given.signal });
    const third = gate.run(async () => void started.push('third'));
    await expect(second).rejects.toThrow('given up');
    await Promise.all([first, third]);
    expect(started).toEqual(['first', 'third']);
  });
});
