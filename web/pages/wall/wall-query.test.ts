import { expect, it } from 'vitest';
import type { Schemas } from '../../client/api.ts';
import { groupByReader } from './wall-query.ts';

const answer = (study: string, name: string | null, until: string) =>
  ({ study, reader: name && { name }, cause: name ? null : 'NO_RULE', until }) as Schemas['WhoAnswer'];

it('studies of one reader until the same moment are one line; holes come first', () => {
  const lines = groupByReader([
    answer('CT Head', 'Ann Ashby', '08:00'),
    answer('US', 'Ann Ashby', '08:00'),
    answer('CT Body', 'Ann Ashby', '04:00'),
    answer('MR Spine', null, '08:00'),
  ]);
  expect(lines.map(({ studies }) => studies)).toEqual([['MR Spine'], ['CT Head', 'US'], ['CT Body']]);
});
