import { describe, expect, it } from 'vitest';
import {
  date,
  listReading,
  listRow,
  matrixReading,
  type SheetPlan,
  sheet,
} from '#test/support/schedule-facts.ts';
import { buildSchedule } from './build-schedule.ts';

const build = (
  reading: ReturnType<typeof matrixReading>,
  from: string,
  to: string,
  holidays: string[] = [],
) => {
  let ids = 0;
  return buildSchedule(reading, {
    from: date(from),
    to: date(to),
    holidays: holidays.map(date),
    newId: () => `id-${ids++}`,
  });
};

const night = sheet('ON Weekday Neuro 01:00-08:00', {
  'Ashby CT Neuro': 'ON1',
  'Ashby MR Neuro': 'ON1',
  'Ashby CT Body': 'ON1',
  'Ashby US': 'ON2',
  'Brook US': 'ON2',
  'Brook CT Head': null,
});

/** The instances of one date: `type hours hospital study-type constraint`. */
const instancesOf = (plans: SheetPlan[], on: string, holidays: string[] = []): string[] =>
  build(matrixReading(plans), on, on, holidays).instances.map(
    ({ shiftType, start, end, hospital, studyType, constraint }) =>
      `${shiftType} ${start}-${end} ${hospital} ${studyType} ${constraint}`,
  );

describe('the shifts that a matrix requires', () => {
  it('one for each shift type, hospital and study type that it reads', () => {
    expect(instancesOf([night], '2026-04-09')).toEqual([
      'ON1 01:00-08:00 Ashby NEURO NEURO_ONLY',
      'ON1 01:00-08:00 Ashby BODY BODY_ONLY',
      'ON2 01:00-08:00 Ashby GENERAL BOTH',
      'ON2 01:00-08:00 Brook GENERAL BOTH',
    ]);
  });

  it.each<[string, SheetPlan, string, string[], number]>([
    ['a weekday sheet on a Friday', night, '2026-04-10', [], 4],
    ['not on a Saturday', night, '2026-04-11', [], 0],
    ['not on a holiday', night, '2026-04-10', ['2026-04-10'], 0],
    ['a weekend sheet on a holiday', { ...night, dayType: 'WEEKEND' }, '2026-04-10', ['2026-04-10'], 4],
    ['a sheet without a day type on every date', { ...night, dayType: null }, '2026-04-11', [], 4],
    ['a sheet without a scenario', { ...night, scenario: null }, '2026-04-10', [], 4],
    ['none from a sheet of scenario BODY', { ...night, scenario: 'BODY' }, '2026-04-10', [], 0],
    ['none for a re-cut position', sheet('ON 01:00-08:00', { 'Ashby US': 'ON Body' }), '2026-04-10', [], 0],
  ])('%s', (_, plan, on, holidays, count) => {
    expect(instancesOf([plan], on, holidays)).toHaveLength(count);
  });

  it('two windows are two shifts, by date, then in the order of sheets', () => {
    const evening = sheet('Mid 17:00-00:00', { 'Ashby US': 'MidC' });
    const { instances } = build(matrixReading([night, evening]), '2026-04-09', '2026-04-10');
    expect(instances.map((instance) => `${instance.date} ${instance.shiftType}`)).toEqual(
      ['2026-04-09', '2026-04-10'].flatMap((on) =>
        ['ON1', 'ON1', 'ON2', 'ON2', 'MidC'].map((type) => `${on} ${type}`),
      ),
    );
  });

  it('desires one, is mandatory, and is linked to all its rules', () => {
    const { instances, rules, groupIds } = build(matrixReading([night]), '2026-04-09', '2026-04-09');
    const [neuro] = instances;
    expect(neuro).toMatchObject({ desired: 1, mandatory: true, sourceSheet: null, sourceRow: null });
    expect(rules.filter((rule) => rule.groupId === neuro?.groupId).map((rule) => rule.label)).toEqual([
      'Ashby CT Neuro',
      'Ashby MR Neuro',
    ]);
    expect(groupIds).toEqual([...new Set(instances.map((instance) => instance.groupId))]);
    expect(new Set(instances.map(({ id }) => id)).size).toBe(instances.length);
  });

  it('every listed study becomes a rule with its place, marked or not', () => {
    const { rules } = build(matrixReading([night]), '2026-04-09', '2026-04-30');
    expect(rules).toHaveLength(6);
    expect(rules.at(-1)).toMatchObject({
      ...{ sheet: night.name, sheetIndex: 0, cell: 'B7', position: null, groupId: null },
      ...{ category: 'ON', dayType: 'WEEKDAY', scenario: 'NEURO', start: '01:00', end: '08:00' },
    });
  });

  it('a study of a sheet that could not be read gives nothing', () => {
    const reading = matrixReading([night]);
    expect(build({ ...reading, sheets: [] }, '2026-04-09', '2026-04-09')).toMatchObject({
      rules: [],
      instances: [],
    });
  });
});

describe('the shifts of a flat list', () => {
  const rows = [
    listRow('2026-04-08 ON1 19:00-07:00 Ashby NEURO'),
    listRow('2026-04-09 ON1 19:00-07:00 Ashby NEURO', {
      specialty: 'NEURO_ONLY',
      coverage: 2,
      mandatory: false,
    }),
    listRow('2026-04-11 ON1 19:00-07:00 Ashby NEURO'),
  ];

  it('one a row, as it stands; rows outside the period are ignored and said', () => {
    const built = build(listReading(rows), '2026-04-09', '2026-04-10');
    expect(built.instances).toEqual([
      {
        ...{
          id: 'id-0',
          date: '2026-04-09',
          shiftType: 'ON1',
          start: '19:00',
          end: '07:00',
          hospital: 'Ashby',
        },
        ...{ studyType: 'NEURO', constraint: 'NEURO_ONLY', desired: 2, mandatory: false },
        ...{ groupId: null, sourceSheet: 'List', sourceRow: 3 },
      },
    ]);
    expect([built.outside, built.rules, built.groupIds]).toEqual([2, [], []]);
    expect(built.messages.map(({ code, context }) => [code, context['outside']])).toEqual([
      ['IGNORED_ROWS', 2],
    ]);
  });

  it('nothing is said where all lie inside', () => {
    expect(build(listReading(rows), '2026-04-01', '2026-04-30')).toMatchObject({ outside: 0, messages: [] });
  });
});
