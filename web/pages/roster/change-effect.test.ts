import { describe, expect, it } from 'vitest';
import {
  type Change,
  effectOf,
  effectSentence,
  leavesHoles,
  lossSentence,
  studyLines,
  touchedHours,
} from './change-effect.ts';

/** `CT Head 01-04 Ames > Cole`; `-` is nobody: a position that is empty. Hours of 13 December. */
function changeOf(lines: string[], recuts: Change['recuts'] = []): Change {
  const changes = lines.map((line): Change['changes'][number] => {
    const [, label = '', start = '', end = '', was = '', is = ''] =
      /^(.*) (\d\d)-(\d\d) (\S+) > (\S+)$/.exec(line) ?? [];
    const state = (name: string) =>
      name === '-' ? { name: null, cause: 'POSITION_EMPTY' as const } : { name, cause: null };
    const [before, after] = [state(was), state(is)];
    const kind = before.name ? (after.name ? 'changed' : 'uncovered') : after.name ? 'covered' : 'cause';
    return {
      ...{ scheduleDate: '2026-12-12', hospital: 'MERCY', study: label, label, before, after, kind },
      ...{ from: `2026-12-13T${start}:00:00-05:00`, to: `2026-12-13T${end}:00:00-05:00` },
    };
  });
  return {
    ...{ version: 'v', dryRun: true, removed: [], added: [], changes, recuts },
    newlyUncovered: changes.filter(({ kind }) => kind === 'uncovered'),
    newlyCovered: changes.filter(({ kind }) => kind === 'covered'),
  };
}

const LOSS = changeOf([
  'CT Head 00-04 Ames > -',
  'CT Head 04-08 Ames > -',
  'US 00-01 Ames > -',
  'DX 01-04 Ames > Cole',
]);

it('joins the hours of a study where they meet', () => {
  expect(studyLines([...LOSS.newlyUncovered, ...changeOf(['US 02-03 Ames > -']).changes])).toEqual([
    { label: 'CT Head', hours: '00:00–08:00' },
    { label: 'US', hours: '00:00–01:00, 02:00–03:00' },
  ]);
  expect(touchedHours(LOSS.changes)).toBe('Sun 13 Dec, 00:00 to 08:00');
  expect(touchedHours([])).toBe('');
});

describe('what an absence does', () => {
  it.each([
    ['it leaves studies without a reader', LOSS, '2 studies lose their reader; 1 more changes reader.'],
    ['one study', changeOf(['US 00-01 Ames > -']), '1 study loses its reader.'],
    ['others read on', changeOf(['US 00-01 Ames > Cole']), 'No study loses its reader; 1 changes reader.'],
    ['nothing', changeOf([]), 'No study loses its reader.'],
  ])('%s', (_, change, sentence) => {
    expect(lossSentence(effectOf(change, null))).toBe(sentence);
  });
});

describe('what a change does about it', () => {
  it.each<[string, Change, Change | null, string, boolean]>([
    [
      'everything is made good',
      changeOf(['CT Head 00-08 Ames > Drew', 'US 00-01 Ames > Drew']),
      LOSS,
      'All 2 studies have a reader.',
      false,
    ],
    [
      'a part is, and others lose theirs',
      changeOf(['CT Head 00-08 Ames > -', 'US 00-01 Ames > Bell', 'MR 01-04 Cole > -']),
      LOSS,
      '1 of 2 studies has a reader, 1 has none; 1 study loses its reader.',
      true,
    ],
    ['a vacancy is filled', changeOf(['US 00-01 - > Drew']), null, 'The one study has a reader.', false],
    [
      'by somebody who may not read all',
      changeOf(['US 00-01 - > Bell', 'CT Head 00-08 - > -']),
      null,
      '1 of 2 studies has a reader, 1 has none.',
      true,
    ],
    ['a swap', changeOf(['US 00-01 Ames > Cole']), null, '1 study changes reader; it has one.', false],
    ['nothing', changeOf([]), null, 'No study changes reader.', false],
  ])('%s', (_, change, loss, sentence, holes) => {
    const effect = effectOf(change, loss);
    expect([effectSentence(effect), leavesHoles(effect)]).toEqual([sentence, holes]);
  });

  it('who reads what instead of whom, the most studies first; and where the positions are re-cut', () => {
    const change = changeOf(
      ['A 00-08 Ames > Drew', 'B 00-04 Cole > Ames', 'C 00-04 Cole > Ames'],
      [
        {
          ...{ scheduleDate: '2026-12-12', category: 'ON', before: 'BODY', after: 'NEURO' },
          ...{ from: '2026-12-13T01:00:00-05:00', to: '2026-12-13T04:00:00-05:00' },
        },
      ],
    );
    const { moves, recuts } = effectOf(change, null);
    expect(moves.map(({ before, after, studies }) => `${before} > ${after} ${studies.length}`)).toEqual([
      'Cole > Ames 2',
      'Ames > Drew 1',
    ]);
    expect(recuts).toEqual(['Sun 13 Dec, 01:00 to 04:00: back to the standard cut']);
  });
});
