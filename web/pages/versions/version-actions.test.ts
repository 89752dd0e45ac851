import { expect, it } from 'vitest';
import { type PageAction, whyNot } from './version-actions.ts';

const ACTIONS: PageAction[] = ['promote', 'copy', 'archive', 'delete'];
const may = (standing: Partial<Parameters<typeof whyNot>[1]>) => {
  const full = { status: 'STAGING' as const, maySchedule: true, openWarnings: 0, ...standing };
  return ACTIONS.filter((action) => whyNot(action, full) === null);
};

it.each([
  ['a staging version without open warnings', {}, ACTIONS],
  ['a staging version with open warnings', { openWarnings: 3 }, ['copy', 'archive', 'delete']],
  ['a version in production', { status: 'PRODUCTION' as const }, ['copy', 'archive']],
  ['an archived version', { status: 'ARCHIVED' as const }, ['copy']],
  ['a role that only reads', { maySchedule: false }, []],
])('%s', (_, standing, allowed) => {
  expect(may(standing)).toEqual(allowed);
});

it('says why not', () => {
  const open = { status: 'STAGING' as const, maySchedule: true, openWarnings: 1 };
  expect(whyNot('promote', open)).toContain('One warning is open');
  expect(whyNot('promote', { ...open, openWarnings: 12 })).toContain('12 warnings are open');
  expect(whyNot('promote', { ...open, status: 'ARCHIVED' })).toContain('Copy it');
  expect(whyNot('delete', { ...open, status: 'PRODUCTION' })).toContain('Archive it instead');
});
