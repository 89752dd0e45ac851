import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasEnded, JOB_STATUSES, jobCan, retryDelayMs } from './job.ts';

describe('the wait before a retry', () => {
  it.each([
    [1, 1_000, 2_000],
    [2, 2_000, 4_000],
    [5, 16_000, 32_000],
    [9, 150_000, 300_000],
    [50, 150_000, 300_000],
  ])('number %i lies between %i and %i ms', (retry, least, most) => {
    expect([retryDelayMs(retry, 0), retryDelayMs(retry, 1)]).toEqual([least, most]);
  });

  it('never gets shorter with the same luck', () => {
    const luck = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), luck, (retry, random) => {
        expect(retryDelayMs(retry + 1, random)).toBeGreaterThanOrEqual(retryDelayMs(retry, random));
      }),
    );
  });
});

describe('a job by its status', () => {
  it.each([
    ['PENDING', { cancel: true, retry: false, ended: false }],
    ['PROCESSING', { cancel: true, retry: false, ended: false }],
    ['RETRY', { cancel: true, retry: false, ended: false }],
    ['COMPLETE', { cancel: false, retry: false, ended: true }],
    ['FAILED', { cancel: false, retry: true, ended: true }],
  ] as const)('%s', (status, may) => {
    expect({
      cancel: jobCan('cancel', status),
      retry: jobCan('retry', status),
      ended: hasEnded(status),
    }).toEqual(may);
    expect(JOB_STATUSES).toContain(status);
  });
});
