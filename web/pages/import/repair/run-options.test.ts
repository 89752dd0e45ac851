import { describe, expect, it } from 'vitest';
import { optionsOf, type RunOptions, wayAgain } from './run-options.ts';

const ORDER = {
  ...{
    department: 'HARBOR',
    from: '2027-01-01',
    to: '2027-01-31',
    matrix: 'm.ods',
    reports: null,
    like: null,
  },
  ...{ createHospitals: false, allowPartial: false },
};
const way = (type: string, status: 'COMPLETE' | 'FAILED' | 'PROCESSING', over: Partial<RunOptions> = {}) =>
  wayAgain({ type, status }, ORDER, { ...optionsOf(ORDER), ...over });

describe('to run an import again', () => {
  it('that failed goes on with the same job', () => expect(way('WORKFLOW', 'FAILED')).toBe('retry'));
  it('that failed, with other files or options, is a new job like it', () => {
    expect(way('WORKFLOW', 'FAILED', { matrix: [new File(['x'], 'm.ods')] })).toBe('like');
    expect(way('WORKFLOW', 'FAILED', { createHospitals: true })).toBe('like');
    expect(way('WORKFLOW', 'FAILED', { leftOut: new Set(['Nobody, Ada']) })).toBe('like');
  });
  it('that ended well is a new job like it', () => expect(way('WORKFLOW', 'COMPLETE')).toBe('like'));
  it('of a single source can only be tried again', () => {
    expect(way('AMION_IMPORT', 'FAILED')).toBe('retry');
    expect(way('AMION_IMPORT', 'COMPLETE')).toBeNull();
  });
  it('that still runs is nothing to think of', () => expect(way('WORKFLOW', 'PROCESSING')).toBeNull());
});
