import { describe, expect, it } from 'vitest';
import { VERSION_ACTIONS, VERSION_STATUSES, versionCan } from './schedule-version.ts';

describe('what may be done with a version', () => {
  it.each([
    ['STAGING', ['import', 'change', 'promote', 'archive', 'copy', 'delete']],
    ['PRODUCTION', ['change', 'archive', 'copy']],
    ['ARCHIVED', ['copy']],
  ] as const)('%s', (status, actions) => {
    expect(VERSION_ACTIONS.filter((action) => versionCan(action, status))).toEqual(actions);
  });

  it('every version can be copied', () => {
    expect(VERSION_STATUSES.every((status) => versionCan('copy', status))).toBe(true);
  });
});
