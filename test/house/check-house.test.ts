import { createHash } from 'node:crypto';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkHouse } from '../../tools/check-house.ts';
import { type PlantedTree, plantTree } from './planted-tree.ts';

const lines = (count: number): string => 'export const line = 1;\n'.repeat(count);
const sumOf = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('what no linter can see', () => {
  let tree: PlantedTree;

  beforeEach(() => {
    tree = plantTree([]);
  });
  afterEach(() => tree.remove());

  const faultsOf = (files: Record<string, string>): string[] => {
    for (const [file, text] of Object.entries(files)) tree.plant(file, text);
    return checkHouse(tree.root).faults;
  };

  it('finds nothing in a house in order', () => {
    const up = 'CREATE TABLE hospitals ();\n';
    const down = 'DROP TABLE hospitals;\n';
    expect(
      faultsOf({
        'README.md': '# schedcu\n',
        'docs/decisions/0001-embedded-postgres.md': '',
        'src/domain/local-date.ts': lines(40),
        'src/domain/local-date.test.ts': lines(250),
        'src/repositories/schema.generated.ts': lines(900),
        'test/fixtures/Mid Weekday.ods': 'TO' + 'DO',
        'migrations/001_create_hospitals.up.sql': up,
        'migrations/001_create_hospitals.down.sql': down,
        'migrations/.sha256sums': `${sumOf(up)}  001_create_hospitals.up.sql\n${sumOf(down)}  001_create_hospitals.down.sql\n`,
      }),
    ).toEqual([]);
  });

  it.each([
    ['a name in camel case', 'src/domain/localDate.ts', /not in kebab-case/],
    ['a folder in capitals', 'src/sources/Matrix/row.ts', /"Matrix" is not in kebab-case/],
    ['a drawer for everything', 'src/services/utils.ts', /"utils" says nothing/],
    ['a drawer with a label', 'src/services/date-helpers.ts', /"date-helpers" says nothing/],
    ['a manager', 'src/services/version-manager.ts', /says nothing/],
    ['a file of types', 'src/sources/types.ts', /says nothing/],
    ['a second version', 'src/intake/build-rules-v2.ts', /says nothing/],
    ['a second part', 'src/intake/build-rules-part2.ts', /says nothing/],
    ['a vague folder', 'src/services/common/read.ts', /"common" says nothing/],
    ['an unknown room', 'src/lib/read.ts', /no room of the house/],
    ['a file beside the rooms', 'src/index.ts', /no room of the house/],
    ['a status file', 'docs/STATUS.md', /a status file/],
    ['a status file at the door', 'PHASE-1-COMPLETE.md', /a status file/],
  ])('refuses %s', (_what, file, fault) => {
    expect(faultsOf({ [file]: '' })).toEqual([expect.stringMatching(fault)]);
  });

  it('refuses a file of more than 300 lines, wherever it stands', () => {
    expect(faultsOf({ 'src/domain/long.ts': lines(301), 'test/journeys/long.test.ts': lines(301) })).toEqual([
      'src/domain/long.ts: 301 lines; split it by what is asked for (at most 300).',
      'test/journeys/long.test.ts: 301 lines; split it by what is asked for (at most 300).',
    ]);
  });

  it.each([
    ['more than half of the files of 80 lines', 80, 11, /the median file has 80 lines/],
    ['three files in twenty of 200 lines', 200, 3, /one file in ten has 200 lines/],
  ])('refuses %s', (_what, length, count, fault) => {
    const files = Array.from({ length: 20 }, (_, i) => [
      `src/domain/file-${i}.ts`,
      lines(i < 20 - count ? 10 : length),
    ]);
    expect(faultsOf(Object.fromEntries(files))).toEqual([expect.stringMatching(fault)]);
  });

  it.each(['TO' + 'DO later', 'FIX' + 'ME', `it.${'to'}do('reads')`])('refuses the loose end %s', (text) => {
    expect(faultsOf({ 'src/domain/word.ts': `// fine\n// ${text}\n` })).toEqual([
      expect.stringMatching(/^src\/domain\/word\.ts:2: /),
    ]);
  });

  describe('of migrations', () => {
    const pair = { 'migrations/001_a.up.sql': 'up', 'migrations/001_a.down.sql': 'down' };

    it('refuses half a pair', () => {
      expect(faultsOf({ 'migrations/001_a.up.sql': 'up' })).toEqual([
        expect.stringContaining('001_a.down.sql: missing'),
      ]);
    });

    it('refuses a gap in the numbers', () => {
      const faults = faultsOf({ ...pair, 'migrations/003_b.up.sql': '', 'migrations/003_b.down.sql': '' });
      expect(faults).toEqual(['migrations/003_b: expected number 002.']);
    });

    it('refuses what .sha256sums does not list, lists otherwise, or lists in vain', () => {
      const sums = `${sumOf('other')}  001_a.up.sql\n${sumOf('up')}  000_gone.up.sql\n`;
      expect(faultsOf({ ...pair, 'migrations/.sha256sums': sums })).toEqual([
        expect.stringContaining('000_gone.up.sql: listed in .sha256sums, but not there'),
        expect.stringContaining('001_a.down.sql: not listed'),
        expect.stringContaining('001_a.up.sql: edited after it was listed'),
      ]);
    });
  });

  it('finds nothing in this house', () => {
    expect(checkHouse(path.join(import.meta.dirname, '../..')).faults).toEqual([]);
  });
});
