import { describe, expect, it } from 'vitest';
import { chooseVersion, inForceCandidates, type Version } from './choose-version.ts';

const version = (id: string, status: Version['status'], from: string, to: string): Version => ({
  ...{ id, status, from, to, department: 'HARBOR' },
  ...{ createdAt: '2026-09-01T00:00:00Z', updatedAt: '2026-09-01T00:00:00Z' },
});
const staged = version('staged', 'STAGING', '2026-10-01', '2026-12-31');
const autumn = version('autumn', 'PRODUCTION', '2026-10-01', '2026-12-31');
const december = version('december', 'PRODUCTION', '2026-12-01', '2026-12-31');
const winter = version('winter', 'PRODUCTION', '2027-01-01', '2027-03-31');
const old = version('old', 'ARCHIVED', '2026-07-01', '2026-09-30');

describe('the version that is shown first', () => {
  it.each([
    ['the one whose dates hold today', [staged, autumn, old], '2026-11-20', null, 'autumn'],
    ['of two the one that answers today', [december, autumn], '2026-12-05', 'december', 'december'],
    ['the next, before it begins', [winter, staged, old], '2026-12-20', null, 'winter'],
    ['the last, after it has ended', [autumn, old], '2027-05-01', null, 'autumn'],
    ['a prepared one, where none ever was in force', [staged, old], '2026-11-20', null, 'staged'],
    ['an archived one, where there is nothing else', [old], '2026-11-20', null, 'old'],
  ])('is %s', (_, versions, today, inForce, id) => {
    expect(chooseVersion(versions, today, inForce)?.id).toBe(id);
  });

  it('is none where there is none', () => {
    expect(chooseVersion([], '2026-11-20', null)).toBeNull();
  });
});

it('asks only where two versions have the date', () => {
  expect(inForceCandidates([december, autumn, staged, winter], '2026-12-05')).toEqual([december, autumn]);
});
