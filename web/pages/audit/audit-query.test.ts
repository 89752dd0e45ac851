import { expect, it } from 'vitest';
import { csvAddress, questionOf } from './audit-query.ts';

it('dates are whole days of the hospital, also of the day with 25 hours', () => {
  const search = { since: '2026-11-01', until: '2026-11-01', user: 'chief@ashby.test' };
  expect(questionOf(search, 'America/New_York')).toEqual({
    ...{ since: '2026-11-01T04:00:00.000Z', before: '2026-11-02T05:00:00.000Z', user: 'chief@ashby.test' },
  });
});

it('the CSV is of the same filter', () => {
  expect(csvAddress({ of: 'A&B', action: 'SIGNED_IN' }, 'UTC')).toBe(
    '/api/audit?action=SIGNED_IN&department=A%26B&format=csv',
  );
});
