import { expect, it } from 'vitest';
import { readStaffList } from './read-staff-list.ts';

const HEADER =
  'Staff type\tName\tUnique ID \tBackup ID\tAbbreviation\tStaff type unique ID\tPager\tTel.\tEmail';
const MARIT = 'Neuro*\tAshgrove, Marit\tEPICID:Z9\t3\tMA\t30\t5550131\t555-0131\tmarit@example.org';
const POOL = 'Services\tPool\t97\t80\tRP\t39\t\t\t';

const member = {
  name: 'Ashgrove, Marit',
  staffId: 'EPICID:Z9',
  abbreviation: 'MA',
  staffType: 'Neuro',
  pager: '5550131',
  phone: '555-0131',
  email: 'marit@example.org',
};

it.each([
  ['its preamble and header', ['Staff list (as of Apr 28 19:06 2026 US ET)', '', HEADER, MARIT]],
  ['its header alone', [HEADER, MARIT]],
  ['a Division column', [`Division\t${HEADER}`, `North\t${MARIT}`]],
  ['its preamble alone', ['Staff list (as of Apr 28 19:06 2026 US ET)', MARIT]],
])('reads a staff list with %s', (_, lines) => {
  const part = readStaffList('staff.tsv', `${lines.join('\n')}\n`);
  expect(part?.staff).toEqual([member]);
  expect(part?.messages).toEqual([]);
  expect(part?.report?.asOf ?? '2026-04-28T19:06:00-04:00').toBe('2026-04-28T19:06:00-04:00');
});

it('says how many are no people', () => {
  const part = readStaffList('staff.tsv', [HEADER, MARIT, POOL, ''].join('\n'));
  expect(part?.messages).toMatchObject([{ code: 'IGNORED_ROWS', context: { count: 1 } }]);
});

it('tells a list that breaks off', () => {
  const part = readStaffList('staff.tsv', [HEADER, MARIT, 'Neuro\tLee, O'].join('\n'));
  expect(part?.messages).toMatchObject([{ code: 'AMION_UNEXPECTED_RESPONSE', context: { line: 3 } }]);
});

it.each(['', 'Hello\tworld\n', 'Name\tAge\nLee\t40\n'])('does not take %j for one', (text) => {
  expect(readStaffList('x.tsv', text)).toBeNull();
});
