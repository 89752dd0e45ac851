import { describe, expect, it } from 'vitest';
import { date, listRow, READERS, roster, scheduleFacts, sheet } from '#test/support/schedule-facts.ts';
import type { PersonId } from '../domain/ids.ts';
import type { ShiftType } from '../domain/shift-type.ts';
import { type Admission, computeAdmission } from './compute-admission.ts';
import { timelineOf } from './compute-diff.ts';

const ON = '2026-04-09';
const sheets = [
  sheet('Mid 18:00-00:00', { 'Ashby CT Neuro': 'MidC', 'Ashby CT Body': 'MidL', 'Brook US': null }),
  sheet('ON Neuro 01:00-08:00', { 'Ashby CT Neuro': 'ON2', 'Ashby CT Body': 'ON1', 'Brook US': 'ON1' }),
  sheet('ON Body 01:00-08:00', {
    'Ashby CT Neuro': 'ON Neuro',
    'Ashby CT Body': 'ON Body',
    'Brook US': 'ON Body',
  }),
];
type Holders = Parameters<typeof roster>[1];

/** What becomes of a night when somebody takes a shift of it. */
function admission(holders: Holders, shiftType: ShiftType, name: string, hours = ''): Admission {
  const facts = (held: Holders) => scheduleFacts({ from: ON, to: ON, sheets, entries: roster(ON, held) });
  const taken = hours ? `${name} ${hours}` : name;
  const shift = { date: date(ON), shiftType, personId: name as PersonId };
  return computeAdmission(
    timelineOf(facts(holders)),
    timelineOf(facts({ ...holders, [shiftType]: taken })),
    shift,
  );
}

const MIDS = { MidC: 'Cole', MidL: 'Cole' };

describe('beside somebody who reads everything on ON2', () => {
  const held = { ...MIDS, ON1: 'Ames', ON2: 'Drew' };

  it.each<[string, string, Admission]>([
    [
      'whoever reads everything reads what ON1 reads',
      'Ellis',
      { reads: ['Ashby CT Body', 'Brook US'], unfit: [], uncovered: [] },
    ],
    [
      'a body-only reader re-cuts the night and reads as ON Body',
      'Bell',
      { reads: ['Ashby CT Body', 'Brook US'], unfit: [], uncovered: [] },
    ],
    [
      'a neuro-only reader may not read the body studies of ON1',
      'Nash',
      { reads: ['Brook US'], unfit: ['Ashby CT Body'], uncovered: [] },
    ],
  ])('%s', (_, name, expected) => {
    expect(admission(held, 'ON1', name)).toEqual(expected);
  });
});

describe('beside a body-only reader on ON2', () => {
  const held = { ...MIDS, ON1: 'Ames', ON2: 'Bell' };

  it('a neuro-only reader may have ON1: it is ON Neuro that night', () => {
    expect(admission(held, 'ON1', 'Nash')).toEqual({
      ...{ reads: ['Ashby CT Neuro'], unfit: [], uncovered: [] },
    });
  });

  it('a second body-only reader leaves ON Neuro to nobody, also where nobody was on before', () => {
    const expected = { reads: ['Ashby CT Body', 'Brook US'], unfit: [], uncovered: ['Ashby CT Neuro'] };
    expect(admission(held, 'ON1', 'Birch')).toEqual(expected);
    expect(admission({ ...held, ON1: '---' }, 'ON1', 'Birch')).toEqual(expected);
  });

  it('whoever takes the body-only reader’s shift gives the night back its standard cut', () => {
    expect(admission({ ...MIDS, ON1: 'Nash', ON2: 'Bell' }, 'ON2', 'Ames')).toEqual({
      // Nash held ON Neuro; with the standard cut ON1 reads body studies, which he may not.
      ...{ reads: ['Ashby CT Neuro'], unfit: [], uncovered: ['Ashby CT Body'] },
    });
  });
});

it('what has no reader anyway is nobody’s fault', () => {
  expect(admission({ MidC: '---', MidL: 'Nash', ON2: '---' }, 'ON1', 'Ames')).toEqual({
    ...{ reads: ['Ashby CT Body', 'Brook US'], unfit: [], uncovered: [] },
  });
});

it('what two body-only readers leave open in the evening is no matter of the night', () => {
  const evening = sheet('Mid Body 18:00-00:00', { 'Ashby CT Neuro': 'Mid Neuro' });
  const held = { MidC: 'Bell', MidL: 'Birch', ON1: '---', ON2: 'Drew' };
  const [before, after] = [held, { ...held, ON1: 'Ellis' }].map((holders) => {
    const plan = { from: ON, to: ON, sheets: [evening, ...sheets], entries: roster(ON, holders) };
    return timelineOf(scheduleFacts(plan));
  });
  if (!before || !after) throw new Error('two time lines');
  const shift = { date: date(ON), shiftType: 'ON1' as const, personId: 'Ellis' as PersonId };
  expect(computeAdmission(before, after, shift).uncovered).toEqual([]);
});

it('of a part only its hours count', () => {
  const parts = { ...MIDS, ON1: 'Ames 01:00-04:00, Cole 04:00-08:00', ON2: 'Drew' };
  const taken = { ...parts, ON1: 'Ames 01:00-04:00, Nash 04:00-08:00' };
  const [before, after] = [parts, taken].map((held) =>
    timelineOf(scheduleFacts({ from: ON, to: ON, sheets, entries: roster(ON, held) })),
  );
  if (!before || !after) throw new Error('two time lines');
  const shift = { date: date(ON), shiftType: 'ON1' as const, personId: 'Nash' as PersonId };
  expect(computeAdmission(before, after, shift)).toEqual({
    ...{ reads: ['Brook US'], unfit: ['Ashby CT Body'], uncovered: [] },
  });
});

it('a row of a flat list admits whom it says', () => {
  const list = [listRow(`${ON} ON1 19:00-07:00 Ashby GENERAL`, { specialty: 'NEURO_ONLY' })];
  const facts = (name: string) =>
    timelineOf(scheduleFacts({ from: ON, to: ON, list, entries: roster(ON, { ON1: name }) }));
  const unfit = (name: string): string[] => {
    const shift = { date: date(ON), shiftType: 'ON1' as const, personId: name as PersonId };
    return computeAdmission(facts('---'), facts(name), shift).unfit;
  };
  expect([...READERS.keys()].filter((name) => unfit(name).length > 0)).toEqual(['Bell', 'Birch']);
});
