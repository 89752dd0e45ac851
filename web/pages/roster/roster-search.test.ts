import { expect, it } from 'vitest';
import { parseRosterSearch } from './roster-search.ts';

it.each<[string, Record<string, unknown>, object]>([
  [
    'the address that tonight and the board lead to',
    { department: 'HARBOR', date: '2026-12-12', shift: 'ON2' },
    { date: '2026-12-12', shift: 'ON2' },
  ],
  ['a moment asked about', { at: '2026-12-13T02:30' }, { at: '2026-12-13T02:30' }],
  ['what is no date, shift, moment or view', { date: '12/12', shift: 'ON9', at: 'now', view: 'x' }, {}],
])('%s', (_, search, expected) => {
  expect(parseRosterSearch(search)).toEqual(expected);
});
