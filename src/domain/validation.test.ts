import { describe, expect, it } from 'vitest';
import { error, info, toValidationResult, type ValidationMessage, warning } from './validation.ts';

const unknown = error('UNKNOWN_PEOPLE', 'The roster names nobody known.', ['Quill, Una'], {
  names: ['Quill, Una'],
});
const open = error('MANDATORY_UNCOVERED', 'ON2 is vacant.', ['ON2', 'UNCOVERED']);
const hours = warning('HOURS_MISMATCH', 'Mid3 leaves early.', ['Mid3', '00:00-01:00'], { shiftType: 'Mid3' });
const overlap = warning('OVERLAPPING_WINDOWS', 'Two sheets overlap.', ['A', 'B']);
const counts = info('COUNTS', '12 sheets.', ['matrix']);

it('a message names its severity, its place and a stable key', () => {
  expect(hours).toEqual({
    ...{ severity: 'WARNING', code: 'HOURS_MISMATCH', text: 'Mid3 leaves early.' },
    context: { shiftType: 'Mid3', key: 'HOURS_MISMATCH|Mid3|00:00-01:00' },
  });
  expect([unknown.severity, counts.severity, counts.context]).toEqual([
    'ERROR',
    'INFO',
    { key: 'COUNTS|matrix' },
  ]);
});

describe('what may be imported and promoted', () => {
  it.each<[string, ValidationMessage[], ValidationMessage[], boolean, boolean]>([
    ['nothing was found', [], [], true, true],
    ['information only', [counts], [], true, true],
    ['an error of reading', [unknown], [], false, false],
    ['an error of coverage can be imported', [open], [], true, false],
    ['an error cannot be accepted', [open], [open], true, false],
    ['a warning that nobody has accepted', [hours], [], true, false],
    ['a warning that somebody has accepted', [hours], [hours], true, true],
    ['one of two warnings is accepted', [hours, overlap], [hours], true, false],
  ])('%s', (_, messages, accepted, canImport, canPromote) => {
    const result = toValidationResult(messages, new Set(accepted.map(({ context }) => context.key)));
    expect([result.canImport, result.canPromote]).toEqual([canImport, canPromote]);
  });
});

it('errors stand before warnings before information; accepted warnings say so', () => {
  const { messages } = toValidationResult(
    [counts, hours, open, overlap, unknown],
    new Set([overlap.context.key]),
  );
  expect(messages.map(({ code }) => code)).toEqual([
    ...['MANDATORY_UNCOVERED', 'UNKNOWN_PEOPLE', 'HOURS_MISMATCH', 'OVERLAPPING_WINDOWS', 'COUNTS'],
  ]);
  expect(messages.map(({ context }) => context['accepted'] ?? false)).toEqual([
    false,
    false,
    false,
    true,
    false,
  ]);
  expect(overlap.context).not.toHaveProperty('accepted');
});
