import { describe, expect, it } from 'vitest';
import { roster } from '#test/support/schedule-facts.ts';
import type { RosterEntry } from '../../domain/coverage-facts.ts';
import type { RosterEntryId } from '../../domain/ids.ts';
import { keepOverrides } from './keep-overrides.ts';

type Holders = Parameters<typeof roster>[1];

const byHand = (holders: Holders): RosterEntry[] =>
  roster('2026-04-18', holders).map((entry) => ({ ...entry, source: 'OVERRIDE' }));

/** Who stands after an import of `fresh` over `current`, and what is listed as a conflict. */
function keep(fresh: RosterEntry[], current: RosterEntry[]): [string[], string[]] {
  const kept = keepOverrides(
    fresh,
    current,
    (id) => id,
    () => 'copy' as RosterEntryId,
  );
  const words = kept.entries.map(
    ({ shiftType, personId, source }) => `${shiftType} ${personId ?? '---'} ${source}`,
  );
  return [words, kept.messages.map((message) => message.context.key)];
}

const CONFLICT = 'OVERRIDE_CONFLICT|2026-04-18|ON1';

describe('what was changed by hand, beside a fresh roster', () => {
  it.each<[string, Holders, RosterEntry[], string[], string[]]>([
    ['nothing was', { ON1: 'Cole' }, roster('2026-04-18', { ON1: 'Ames' }), ['ON1 Cole AMION'], []],
    [
      'the roster disagrees: it stays, and is said',
      { ON1: 'Cole', ON2: 'Drew' },
      byHand({ ON1: 'Ames' }),
      ['ON2 Drew AMION', 'ON1 Ames OVERRIDE'],
      [CONFLICT],
    ],
    ['the roster agrees now', { ON1: 'Ames 22:00-07:00' }, byHand({ ON1: 'Ames' }), ['ON1 Ames AMION'], []],
    [
      'with the same hours too',
      { ON1: 'Ames 22:00-07:00' },
      byHand({ ON1: 'Ames 22:00-07:00' }),
      ['ON1 Ames AMION'],
      [],
    ],
    [
      'but not with others',
      { ON1: 'Ames 22:00-07:00' },
      byHand({ ON1: 'Ames 21:00-07:00' }),
      ['ON1 Ames OVERRIDE'],
      [CONFLICT],
    ],
    [
      'the roster gives no hours',
      { ON1: 'Ames' },
      byHand({ ON1: 'Ames 21:00-07:00' }),
      ['ON1 Ames AMION'],
      [],
    ],
    ['a vacancy by hand', { ON1: 'Ames' }, byHand({ ON1: '---' }), ['ON1 --- OVERRIDE'], [CONFLICT]],
    [
      'a shift that the roster no longer names',
      {},
      byHand({ ON1: 'Ames' }),
      ['ON1 Ames OVERRIDE'],
      [CONFLICT],
    ],
    [
      'a split in another order agrees',
      { ON1: 'Cole 01:00-07:00, Ames 22:00-01:00' },
      byHand({ ON1: 'Ames 22:00-01:00, Cole 01:00-07:00' }),
      ['ON1 Cole AMION', 'ON1 Ames AMION'],
      [],
    ],
    [
      'equal hours are compared by person',
      { ON1: 'Cole, ---' },
      byHand({ ON1: '---, Cole' }),
      ['ON1 Cole AMION', 'ON1 --- AMION'],
      [],
    ],
  ])('%s', (_, fresh, current, standing, conflicts) => {
    expect(keep(roster('2026-04-18', fresh), current)).toEqual([standing, conflicts]);
  });

  it('the message names both', () => {
    const fresh = roster('2026-04-18', { ON1: 'Cole 22:00-01:00, --- 01:00-07:00' });
    const { messages, displaced } = keepOverrides(
      fresh,
      byHand({ ON1: 'Ames' }),
      (id) => `Dr. ${id}`,
      () => 'copy' as RosterEntryId,
    );
    expect(displaced).toEqual(fresh);
    expect(messages[0]?.text).toBe(
      'ON1 on 2026-04-18 was changed by hand to Dr. Ames; the roster has Dr. Cole, nobody. The change by hand stays. ' +
        'Correct the roster, or assign the shift anew.',
    );
  });
});
