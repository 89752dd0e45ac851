import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { RosterReading, RosterRow } from '#src/domain/roster.ts';
import { readRoster } from './read-roster.ts';

const folder = fileURLToPath(new URL('../../../../shared/data/amion/', import.meta.url));
const read = (name: string): RosterReading => readRoster([{ name, bytes: readFileSync(folder + name) }]);
const essence = ({ date, assignment, start, end, name }: RosterRow): string =>
  [date, assignment, start, end, name ?? '---'].join(' ');

describe('samples outside of the checkout, where they are at hand', () => {
  it.runIf(existsSync(folder))('the month page says what the feed says, but for what has no column', () => {
    const feed = new Set(read('625c-month.csv').rows.map(essence));
    const page = new Set(read('grid-month-dates-down.html').rows.map(essence));
    expect([...feed].filter((row) => !page.has(row))).toEqual([
      '2026-04-01 Vacation 00:00 00:00 Dunmore, Otis',
      "2026-04-17 Conf, am 08:00 12:00 O'Hollis, Tamsin",
    ]);
    expect([...page].filter((row) => !feed.has(row))).toEqual(['2026-04-09 MidC 14:00 22:00 ---']);
  });

  it.runIf(existsSync(folder))('the narrow report has the rows of the wide one', () => {
    const narrow = read('619-month.csv').rows.map(essence);
    const wide = read('625c-month.csv').rows.map(essence);
    expect(wide.slice(0, narrow.length)).toEqual(narrow);
  });

  it.runIf(existsSync(folder))("who's on agrees with the feed", () => {
    const page = read('oncall-whos-on-2026-04-18.html').rows.map(essence);
    const feed = read('625c-month.csv')
      .rows.filter((row) => row.date === '2026-04-18')
      .map(essence);
    expect(page).toEqual(feed);
  });
});
