import { describe, expect, it } from 'vitest';
import { entryChanges, valueChanges } from './value-changes.ts';

describe('what an audited change did', () => {
  it('a corrected person shows the corrected values only', () => {
    const before = { name: 'Vesper', specialty: 'BOTH', aliases: ['R. Vesper', 'Runa V.'], phone: null };
    const after = { name: 'Vesper', specialty: 'BODY_ONLY', aliases: ['R. Vesper', 'RV'], phone: '555-0150' };
    expect(valueChanges(before, after)).toEqual([
      { name: 'specialty', before: 'BOTH', after: 'BODY_ONLY' },
      { name: 'aliases', before: 'Runa V.', after: 'RV' },
      { name: 'phone', before: null, after: '555-0150' },
    ]);
  });

  it('somebody new shows everything that is there, nothing that is empty', () => {
    expect(valueChanges(null, { email: 'a@b.org', role: 'USER', active: true, hospitalId: null })).toEqual([
      { name: 'email', before: null, after: 'a@b.org' },
      { name: 'role', before: null, after: 'USER' },
      { name: 'active', before: null, after: 'yes' },
    ]);
  });

  it('what is gone shows what it was', () => {
    expect(valueChanges({ key: 'MISSING_MIDC|MidC' }, null)).toEqual([
      { name: 'key', before: 'MISSING_MIDC|MidC', after: null },
    ]);
  });

  it('a mapping shows the rows that went and came', () => {
    const row = (assignment: string, shiftType: string | null) => ({ assignment, shiftType });
    const before = { mapping: [row('Night 1', 'ON1'), row('Lunch', null)] };
    const after = { mapping: [row('Night 1', 'ON1'), row('Lunch', 'DAY')] };
    expect(valueChanges(before, after)).toEqual([
      {
        name: 'mapping',
        before: 'assignment Lunch, shift type none',
        after: 'assignment Lunch, shift type DAY',
      },
    ]);
  });

  it.each([
    [
      'values within values',
      { a: { b: 1, c: 2 } },
      { a: { b: 1, c: 3 } },
      [{ name: 'a.c', before: '2', after: '3' }],
    ],
    ['plain values', 'old', 'new', [{ name: '', before: 'old', after: 'new' }]],
    ['the same', { a: [1] }, { a: [1] }, []],
    ['nothing at all', null, null, []],
    ['an object that was a text', 'x', { a: 1 }, [{ name: '', before: 'x', after: 'a 1' }]],
  ])('%s', (_, before, after, expected) => {
    expect(valueChanges(before, after)).toEqual(expected);
  });
});

it('an entry does not repeat the ids of the thing and of its department, but tells when they change', () => {
  const entry = { resource: 'user:u1', hospitalId: 'h1', oldValues: null };
  const added = { ...entry, newValues: { id: 'u1', hospitalId: 'h1', role: 'USER' } };
  expect(entryChanges(added).map(({ name }) => name)).toEqual(['role']);
  const moved = { ...entry, oldValues: { hospitalId: 'h0' }, newValues: { hospitalId: 'h1' } };
  expect(entryChanges(moved)).toEqual([{ name: 'hospitalId', before: 'h0', after: 'h1' }]);
});
