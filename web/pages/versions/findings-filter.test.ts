import { describe, expect, it } from 'vitest';
import type { Message } from '#web/findings/message-place.ts';
import { countFindings, filterFindings, openWarnings } from './findings-filter.ts';

const message = (severity: Message['severity'], key: string, accepted = false): Message => ({
  ...{ severity, code: key.split('|')[0] ?? '', text: key },
  context: { key, ...(accepted && { accepted }) },
});

const MESSAGES = [
  message('ERROR', 'MANDATORY_UNCOVERED|ON2|UNCOVERED'),
  message('WARNING', 'MISSING_MIDC|MidC'),
  message('WARNING', 'MISSING_MIDC|MidC'),
  message('WARNING', 'HOURS_MISMATCH|ON1|01:00-08:00', true),
  message('INFO', 'COUNTS'),
];

describe('findings', () => {
  it('are counted by what stands against a promotion', () => {
    expect(countFindings(MESSAGES)).toEqual({ errors: 1, openWarnings: 2, accepted: 1, notes: 1 });
  });

  it.each([
    [undefined, 5],
    ['against' as const, 3],
    ['accepted' as const, 1],
    ['notes' as const, 1],
  ])('%s', (filter, shown) => {
    expect(filterFindings(MESSAGES, filter)).toHaveLength(shown);
  });

  it('that are open are named once for each key', () => {
    expect(openWarnings(MESSAGES).map(({ context }) => context.key)).toEqual(['MISSING_MIDC|MidC']);
  });
});
