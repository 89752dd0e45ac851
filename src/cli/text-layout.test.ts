import { describe, expect, it } from 'vitest';
import { layOut, textTable } from './text-layout.ts';

const MESSAGE =
  '  warning MISSING_MIDC: Nobody is on MidC on 2026-04-09. Fill MidC on the roster or assign somebody by hand.';
const people = textTable(
  ['Name', 'Mail', 'Note'],
  [
    ['Quill, Noor', 'noor@ashby.test', 'reads everything, and is on call in the second week of every month'],
    ['Ōta', null, ''],
  ],
);

describe('text for people', () => {
  it('into a file every line stays whole', () => {
    expect(layOut([MESSAGE, people], null).split('\n')).toEqual([
      MESSAGE,
      'NAME         MAIL             NOTE',
      'Quill, Noor  noor@ashby.test  reads everything, and is on call in the second week of every month',
      'Ōta          -                -',
    ]);
  });

  it('at a terminal lines are broken between words, and the widest column is narrowed', () => {
    expect(layOut([MESSAGE, people], 60).split('\n')).toEqual([
      '  warning MISSING_MIDC: Nobody is on MidC on 2026-04-09.',
      '    Fill MidC on the roster or assign somebody by hand.',
      'NAME         MAIL             NOTE',
      'Quill, Noor  noor@ashby.test  reads everything, and is on',
      '                              call in the second week of',
      '                              every month',
      'Ōta          -                -',
    ]);
  });

  it.each([
    [
      'a word longer than the terminal stays whole',
      [`  key: ${'x'.repeat(90)}`],
      60,
      [`  key:`, `    ${'x'.repeat(90)}`],
    ],
    ['a terminal too narrow to be one breaks nothing', [MESSAGE], 20, [MESSAGE]],
    [
      'spaces between columns of a line are kept',
      ['  why     ON2 in 01:00-08:00'],
      80,
      ['  why     ON2 in 01:00-08:00'],
    ],
    ['an empty table', [textTable(['A'], [])], 80, ['None.']],
    [
      'ids are never narrowed',
      [textTable(['Id', 'B'], [['0'.repeat(36), 'b']])],
      20,
      [`ID${' '.repeat(36)}B`, `${'0'.repeat(36)}  b`],
    ],
  ])('%s', (_, blocks, columns, lines) => {
    expect(layOut(blocks, columns).split('\n')).toEqual(lines);
  });
});
