import { describe, expect, it } from 'vitest';
import type { Period, Version } from '#web/pages/versions/version-queries.ts';
import { chooseVersion } from './choose-version.ts';

const version = (id: string, status: Version['status']): Version => ({
  ...{ id, status, from: '2026-10-01', to: '2026-12-31', department: 'HARBOR' },
  ...{ createdAt: '2026-09-01T00:00:00Z', updatedAt: '2026-09-01T00:00:00Z' },
});
const period = (id: string, from: string, to: string): Period => ({ version: id, from, to });
const versions = [
  version('staged', 'STAGING'),
  version('december', 'PRODUCTION'),
  version('autumn', 'PRODUCTION'),
  version('old', 'ARCHIVED'),
];
/** Autumn was trimmed when December was promoted; its dates still reach over it. */
const periods = [
  period('autumn', '2026-10-01', '2026-11-30'),
  period('december', '2026-12-02', '2026-12-31'),
];

describe('the version that is shown first', () => {
  it.each([
    ['the one in force', '2026-11-20', periods, 'autumn'],
    ['the one in force, on its last date', '2026-11-30', periods, 'autumn'],
    ['of two with the date the one that is in force', '2026-12-05', periods, 'december'],
    ['the next, between two', '2026-12-01', periods, 'december'],
    ['the next, before the first begins', '2026-09-20', periods, 'autumn'],
    ['the last, after it has ended', '2027-05-01', periods, 'december'],
    ['a prepared one, where none is in force', '2026-11-20', [], 'staged'],
  ])('is %s', (_, date, inForce, id) => {
    expect(chooseVersion(versions, inForce, date)?.id).toBe(id);
  });

  it('is an archived one, where there is nothing else, or none', () => {
    expect(chooseVersion([version('old', 'ARCHIVED')], [], '2026-11-20')?.id).toBe('old');
    expect(chooseVersion([], [], '2026-11-20')).toBeNull();
  });
});
