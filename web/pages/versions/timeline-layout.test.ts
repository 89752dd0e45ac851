import { describe, expect, it } from 'vitest';
import { datesWithoutSchedule, layTimeline } from './timeline-layout.ts';
import type { Version } from './version-queries.ts';

const version = (id: string, status: Version['status'], from: string, to: string): Version => ({
  ...{ id, status, from, to, department: 'HARBOR', createdAt: '', updatedAt: '' },
});

const autumn = version('autumn', 'PRODUCTION', '2026-10-01', '2026-12-31');
const week = version('week', 'PRODUCTION', '2026-11-02', '2026-11-08');

describe('the timeline', () => {
  const layout = layTimeline({
    versions: [
      autumn,
      week,
      version('one', 'STAGING', '2026-11-01', '2026-11-30'),
      version('two', 'STAGING', '2026-11-15', '2026-12-15'),
      version('three', 'STAGING', '2026-12-01', '2026-12-31'),
    ],
    periods: [
      { version: 'autumn', from: '2026-10-01', to: '2026-11-01' },
      { version: 'week', from: '2026-11-02', to: '2026-11-08' },
      { version: 'autumn', from: '2026-11-09', to: '2026-12-31' },
    ],
    today: '2026-11-26',
  });

  it('reaches from the first month of a version to the month after the last', () => {
    expect(layout.months.map(({ from, to }) => `${from} ${to}`)).toEqual([
      '2026-10-01 2026-10-31',
      '2026-11-01 2026-11-30',
      '2026-12-01 2026-12-31',
      '2027-01-01 2027-01-31',
    ]);
    const last = layout.months.at(-1);
    expect((last?.left ?? 0) + (last?.width ?? 0)).toBeCloseTo(100);
  });

  it('shows what is really in force, trimmed, and the dates after it as without a schedule', () => {
    expect(layout.inForce.map((bar) => `${bar.version.id} ${bar.from}`)).toEqual([
      'autumn 2026-10-01',
      'week 2026-11-02',
      'autumn 2026-11-09',
    ]);
    expect(layout.withoutSchedule).toMatchObject([{ from: '2027-01-01', to: '2027-01-31' }]);
    expect(layout.today).toBeGreaterThan(layout.inForce[2]?.left ?? 100);
  });

  it('puts versions that overlap into lanes of their own, and others into the first with room', () => {
    expect(layout.staging.map((lane) => lane.map((bar) => bar.version.id))).toEqual([
      ['one', 'three'],
      ['two'],
    ]);
    expect(layout.archived).toEqual([]);
  });

  it('shows the present month where there is no version at all', () => {
    const empty = layTimeline({ versions: [], periods: [], today: '2026-11-26' });
    expect(empty.months.map(({ from }) => from)).toEqual(['2026-11-01', '2026-12-01']);
    expect(empty.withoutSchedule).toMatchObject([{ from: '2026-11-26', to: '2026-12-31' }]);
  });
});

describe('dates without a schedule', () => {
  const periods = [
    { from: '2026-10-01', to: '2026-10-31' },
    { from: '2026-11-10', to: '2026-11-30' },
  ];
  it.each([
    ['in between and after', '2026-11-05', '2026-12-31', ['2026-11-01 2026-11-09', '2026-12-01 2026-12-31']],
    [
      'before the first, from today on',
      '2026-09-20',
      '2026-11-30',
      ['2026-09-20 2026-09-30', '2026-11-01 2026-11-09'],
    ],
    ['none after the end of what is asked for', '2026-10-05', '2026-10-31', []],
  ])('%s', (_, today, to, found) => {
    expect(datesWithoutSchedule(to, periods, today).map((span) => `${span.from} ${span.to}`)).toEqual(found);
  });
});
