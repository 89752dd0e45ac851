import { expect, it } from 'vitest';
import { historyWords, keyText } from './history-text.ts';

const ID = '01a219e4-42ed-71eb-9990-1ea53100a676';

it.each<[string, unknown, unknown, Partial<ReturnType<typeof historyWords>>]>([
  [
    'VERSION_CREATED',
    null,
    { from: '2026-10-01', to: '2026-12-31' },
    { what: 'made it for 1 Oct – 31 Dec 2026' },
  ],
  ['VERSION_COPIED', null, { copyOf: ID }, { what: 'made it as a copy of version 00a676' }],
  [
    'VERSION_PROMOTED',
    { status: 'STAGING' },
    { from: '2026-12-01', to: '2026-12-31', trimmed: [ID], ended: [] },
    {
      what: 'promoted it: in force for 1–31 Dec 2026',
      details: ['Version 00a676 kept its other dates'],
    },
  ],
  [
    'ERRORS_OVERRIDDEN',
    null,
    { reason: 'agreed', keys: ['MANDATORY_UNCOVERED|ON2|UNCOVERED'] },
    { what: 'overrode 1 error', reason: 'agreed', details: ['Mandatory uncovered: ON2, UNCOVERED'] },
  ],
  [
    'VERSION_ARCHIVED',
    { status: 'PRODUCTION' },
    { status: 'ARCHIVED', replacedBy: ID },
    { what: 'promoted version 00a676, which took its last dates: archived' },
  ],
  [
    'VERSION_ARCHIVED',
    { status: 'PRODUCTION' },
    { withoutSchedule: [{ from: '2026-12-10', to: '2026-12-10' }] },
    { what: 'archived it', details: ['without a schedule since: 10 Dec 2026'] },
  ],
  [
    'VERSION_TRIMMED',
    { inForce: [{ from: '2026-12-01', to: '2026-12-31' }] },
    {
      inForce: [
        { from: '2026-12-01', to: '2026-12-09' },
        { from: '2026-12-13', to: '2026-12-31' },
      ],
      replacedBy: ID,
    },
    {
      what: 'promoted version 00a676, which took some of its dates',
      details: ['in force since: 1–9 Dec 2026', 'in force since: 13–31 Dec 2026'],
    },
  ],
  [
    'SHIFT_UNASSIGNED',
    [{ date: '2026-12-12', shiftType: 'ON2', person: 'Ambrose Greavesend Jr', start: '23:00', end: '08:00' }],
    { reason: 'Sick', entries: [{ date: '2026-12-12', shiftType: 'ON2', person: null }], studiesChanged: 19 },
    {
      what: 'took somebody off by hand: 19 changes of reader',
      reason: 'Sick',
      details: [
        'before: Sat 12 Dec 2026, ON2: Ambrose Greavesend Jr 23:00-08:00',
        'after: Sat 12 Dec 2026, ON2: nobody',
      ],
    },
  ],
  [
    'BATCH_IMPORTED',
    null,
    { source: 'ROSTER', sourceName: 'Amion feed', accounting: { read: 606, accepted: 526 } },
    { what: 'imported the roster (Amion feed): 526 of 606 read were taken' },
  ],
  ['BATCH_REFUSED', null, { source: 'MATRIX', reason: 'No sheet.' }, { reason: 'No sheet.' }],
  ['SOMETHING_NEW', null, null, { what: 'something new', reason: null, details: [] }],
])('%s', (action, oldValues, newValues, words) => {
  expect(historyWords({ action, oldValues, newValues })).toMatchObject(words);
});

it('the key of a message is said in words', () => {
  expect(keyText('STUDY_WITHOUT_READER|Mid Weekend|LAKE Neuro')).toBe(
    'Study without reader: Mid Weekend, LAKE Neuro',
  );
  expect(keyText('COUNTS')).toBe('Counts');
});
