import { expect, it } from 'vitest';
import { laterRoster } from './later-roster.ts';
import { exampleRoster } from './roster.ts';

it('two nights are swapped, an evening is shortened, and somebody has taken the open cell', () => {
  const before = exampleRoster();
  const said = ({ date, name, staffName, end }: (typeof before.assignments)[number]) =>
    `${date} ${name} ${staffName} ${end}`;
  const [old, later] = [before, laterRoster(before)].map(({ assignments }) => new Set(assignments.map(said)));
  expect([...(later ?? [])].filter((row) => !old?.has(row))).toHaveLength(4);
  expect([...(old ?? [])].filter((row) => !later?.has(row))).toHaveLength(3);
});
