import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { folderOf } from './ashby.ts';
import { commandLine } from './command-line.ts';
import { Coverage, codesOf, RunDocument, WhoDocument } from './documents.ts';

/** A real department's matrix and a month of its roster; they are not part of the project. */
const DATA = new URL('../../../shared/data/', import.meta.url).pathname;
const ROSTER = `${DATA}amion/619-month.csv`;
/** Everybody else reads all. */
const SPECIALTIES: Record<string, string> = { 'EPICID:Z900001': 'neuro', '13': 'body', '14': 'body' };

/** A people file of everybody who stands on the roster. */
function peopleOf(roster: string): string {
  const named = [...roster.matchAll(/^"([^-"][^"]*)",([^,]+),\d+,/gm)].map(
    ([, name = '', id = '']) => [id, name] as const,
  );
  const rows = [...new Map(named)].map(([id, name]) => {
    const email = `${id.replace(':', '.').toLowerCase()}@roster.test`;
    return `"${name}",${email},${SPECIALTIES[id] ?? 'both'},,${id},,`;
  });
  return ['name,email,specialty,aliases,amion_id,phone,pager', ...rows, ''].join('\n');
}

const schedcu = await commandLine();

it('a real matrix and April 2026, where they are at hand', async () => {
  if (!existsSync(ROSTER)) return;
  const people = folderOf({ 'people.csv': peopleOf(readFileSync(ROSTER, 'utf8')) });
  const files = [
    '--matrix',
    `${DATA}coverage-matrix.ods`,
    '--amion',
    ROSTER,
    '--people',
    people('people.csv'),
  ];
  const period = ['--from', '2026-04-01', '--to', '2026-04-30', '--time-zone', 'America/New_York'];
  const document = RunDocument.parse(
    await schedcu.json(['run', '--department', 'NYPLH', ...period, ...files, '--create-hospitals']),
  );
  expect(Coverage.parse(document.coverage).shiftInstances).toBe(1394);
  expect(document.phases[0]?.accounting).toEqual({
    read: 291,
    accepted: 268,
    rejected: 0,
    ignored: 23,
    stored: 268,
  });
  expect(codesOf(document, 'WARNING')).toEqual(
    expect.arrayContaining([
      'STUDY_WITHOUT_READER',
      'IGNORED_GRID',
      'STUDY_MISSING_FROM_SHEET',
      'MISSING_MIDC',
    ]),
  );

  const ask = async (at: string, study: string) => {
    const args = [
      'who',
      '--department',
      'NYPLH',
      '--version',
      document.version?.id ?? '',
      '--at',
      at,
      '--study',
      study,
    ];
    const [answer] = WhoDocument.parse(await schedcu.json(args)).answers;
    const { reader, cause, because, until } = answer ?? {};
    const { scenario, position, shiftType, rule, assignment } = because ?? {};
    const held = [scenario, position, shiftType, rule?.cell, assignment?.line ?? null];
    return [reader?.email ?? cause, ...held, until?.slice(5, 16) ?? null];
  };

  // 18 April, ON1 in three parts: 17 until 01:00, 14 (body only) until 04:00, 15 until 07:00; 13 (body only) has ON2 all night.
  // `Mid 12am-1am` is of category Mid, whose scenario MidC and MidL make, and its column names ON1 itself.
  expect(await ask('2026-04-19T00:30', 'CPMC CT Neuro')).toEqual([
    '17@roster.test',
    'NEURO',
    'ON1',
    'ON1',
    'B2',
    102,
    '04-19T01:00',
  ]);
  // Both body-only: ON1 holds Body, nobody holds Neuro.
  expect(await ask('2026-04-19T02:30', 'CPMC CT Neuro')).toEqual([
    'POSITION_EMPTY',
    'BODY',
    'ON Neuro',
    null,
    'B2',
    null,
    '04-19T04:00',
  ]);
  expect(await ask('2026-04-19T02:30', 'CPMC CT Body')).toEqual([
    '14@roster.test',
    'BODY',
    'ON Body',
    'ON1',
    'C3',
    103,
    '04-19T04:00',
  ]);
  // From 04:00 on ON2 is the body-only one; the last part stays until the window ends.
  expect(await ask('2026-04-19T05:00', 'CPMC CT Neuro')).toEqual([
    '15@roster.test',
    'BODY',
    'ON Neuro',
    'ON1',
    'B2',
    104,
    '04-19T08:00',
  ]);
  expect(await ask('2026-04-19T05:00', 'CPMC CT Body')).toEqual([
    '13@roster.test',
    'BODY',
    'ON Body',
    'ON2',
    'C3',
    105,
    '04-19T08:00',
  ]);
  // 9 April: MidC is open, 14 (body only) has MidL, so nobody is left for Neuro.
  expect((await ask('2026-04-09T19:00', 'NYPLH Neuro CT')).slice(0, 4)).toEqual([
    'POSITION_EMPTY',
    'BODY',
    'Mid Neuro',
    'MidC',
  ]);
  // 24 April: ON2 is `---`.
  expect(await ask('2026-04-25T02:30', 'Allen CT Neuro')).toEqual([
    'POSITION_EMPTY',
    'NEURO',
    'ON2',
    'ON2',
    'C10',
    140,
    '04-25T08:00',
  ]);
});
