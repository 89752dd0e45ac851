import { describe, expect, it } from 'vitest';
import { EMPTY_DRAFT, findFaults, type ImportPlan } from './import-draft.ts';

const file = new File(['x'], 'm.ods');
const plan = (over: Partial<ImportPlan> = {}): ImportPlan => ({
  ...{ ...EMPTY_DRAFT, matrix: [file], from: '2026-12-01', to: '2026-12-31', roster: 'feed' },
  ...over,
});
const fields = (over: Partial<ImportPlan>) => Object.keys(findFaults(plan(over)));

describe('what is missing before an import', () => {
  it.each<[string, Partial<ImportPlan>, string[]]>([
    ['nothing', {}, []],
    ['the matrix', { matrix: [] }, ['matrix']],
    ['the dates', { from: '', to: '' }, ['from', 'to']],
    ['an end that comes after the start', { from: '2027-01-01' }, ['to']],
    ['a single day is a span too', { from: '2026-12-31' }, []],
    ['reports, where the roster comes from them', { roster: 'files' }, ['reports']],
    ['reports are there', { roster: 'files', reports: [file] }, []],
  ])('%s', (_, over, expected) => expect(fields(over)).toEqual(expected));
});
