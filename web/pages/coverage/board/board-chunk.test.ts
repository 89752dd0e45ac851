import { describe, expect, it } from 'vitest';
import { indexBoard } from './board-chunk.ts';

const window = { window: '17:00-00:00', scenario: 'NEURO', shiftType: 'MidC' } as const;
const evening = {
  ...{ from: '2026-12-12T17:00:00-05:00', to: '2026-12-13T00:00:00-05:00', scheduleDate: '2026-12-12' },
  ...{ ...window, position: 'MidC', person: 0, cause: null },
};
const night = {
  ...{ from: '2026-12-13T01:00:00-05:00', to: '2026-12-13T08:00:00-05:00', scheduleDate: '2026-12-12' },
  ...{ ...window, position: 'ON2', person: null, cause: 'POSITION_EMPTY' as const },
};
const chunk = indexBoard({
  ...{ from: '2026-12-12', to: '2026-12-13', timeZone: 'America/New_York' },
  people: [{ id: 'p1', name: 'Kit Ames', specialty: 'BOTH' }],
  rows: [
    {
      ...{ hospital: 'MERCY', study: 'CT Neuro', label: 'MERCY CT Head', studyType: 'NEURO' },
      runs: [evening, night],
    },
    { hospital: 'LAKE', study: 'US', label: 'LAKE US', studyType: 'GENERAL', runs: [] },
  ],
});

describe('some dates of the board', () => {
  it('are found by study and schedule date', () => {
    const runs = chunk.runs.get('MERCY|CT Neuro')?.get('2026-12-12');
    expect(runs?.map(({ reader, cause }) => [reader?.name ?? null, cause])).toEqual([
      ['Kit Ames', null],
      [null, 'POSITION_EMPTY'],
    ]);
    expect(runs?.map(({ start, end }) => end - start)).toEqual([420, 420]);
    expect(chunk.runs.get('LAKE|US')?.size).toBe(0);
  });

  it('keep the studies in order, with their labels', () => {
    expect(chunk.studies.map(({ key, label, name }) => [key, label, name])).toEqual([
      ['MERCY|CT Neuro', 'MERCY CT Head', 'CT Head'],
      ['LAKE|US', 'LAKE US', 'US'],
    ]);
  });

  it('know the hours in which anything is listed', () => {
    expect(chunk.open).toEqual({ from: 17, to: 32 });
  });
});
