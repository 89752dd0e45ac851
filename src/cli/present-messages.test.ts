import { describe, expect, it } from 'vitest';
import { error, info, toValidationResult, type ValidationMessage, warning } from '#src/domain/validation.ts';
import { presentCounts, presentMessages } from './present-messages.ts';

const missing = (sheet: string, label: string): ValidationMessage =>
  warning('STUDY_MISSING_FROM_SHEET', `Sheet "${sheet}" does not list ${label}.`, [sheet, label], {
    ...{ sheet, label, listedOn: 'Mid', listedAt: 'B3' },
  });
const sheets = Array.from({ length: 9 }, (_, i) => `ON ${i + 1}`);
const marks = Array.from({ length: 9 }, (_, i) => warning('INVALID_MARK', `Cell B${i}.`, [String(i)]));

describe('messages as lines', () => {
  it('a study that one sheet lacks is told as it stands, one that many lack once', () => {
    expect(presentMessages([missing('ON 1', 'ASH US')], false)).toEqual([
      '  warning STUDY_MISSING_FROM_SHEET: Sheet "ON 1" does not list ASH US.',
    ]);
    const messages = [
      ...sheets.map((sheet) => missing(sheet, 'ASH US')),
      missing('ON 1', 'ASH CT'),
      missing('ON 2', 'ASH CT'),
    ];
    expect(presentMessages(messages, false)).toEqual([
      '  warning STUDY_MISSING_FROM_SHEET: ASH US stands on sheet "Mid" (B3) and is missing from 9 others: ' +
        '"ON 1", "ON 2", "ON 3", "ON 4", "ON 5", "ON 6", 3 more; add its row there, or accept that it is not read in these hours.',
      '  warning STUDY_MISSING_FROM_SHEET: ASH CT stands on sheet "Mid" (B3) and is missing from 2 others: ' +
        '"ON 1", "ON 2"; add its row there, or accept that it is not read in these hours.',
    ]);
  });

  it('of many like ones the first, and how many more', () => {
    const lines = presentMessages(marks, false);
    expect(lines).toHaveLength(8);
    expect(lines.at(-1)).toBe('  warning INVALID_MARK: … and 2 more like these (--json lists them all).');
  });

  it('accepted ones say so, and notes only where they are wanted', () => {
    const accepted = new Set(['INVALID_MARK|1']);
    const { messages } = toValidationResult(
      [info('COUNTS', 'Two sheets.', []), ...marks.slice(0, 2)],
      accepted,
    );
    expect(presentMessages(messages, false)).toEqual([
      '  warning INVALID_MARK: Cell B0.',
      '  warning INVALID_MARK (accepted): Cell B1.',
    ]);
    expect(presentMessages(messages, true).at(-1)).toBe('  info    COUNTS: Two sheets.');
  });

  it.each([
    ['nothing', [], '0 errors, 0 warnings, 0 notes'],
    [
      'one of each',
      [error('INVALID_DATE', 'Line 2.', []), ...marks.slice(0, 1), info('COUNTS', 'Two.', [])],
      '1 error, 1 warning, 1 note',
    ],
  ])('counted: %s', (_, messages, says) => {
    expect(presentCounts(toValidationResult(messages))).toBe(says);
  });
});
