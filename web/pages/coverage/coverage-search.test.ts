import { describe, expect, it } from 'vitest';
import { parseCoverageSearch, parseRunKey, runKeyText } from './coverage-search.ts';

describe('the address of the coverage page', () => {
  it('is read as it was written', () => {
    const search = {
      ...{
        version: '01a2',
        zoom: 'month',
        from: '2026-12-01',
        hospital: 'MERCY',
        find: 'CT',
        reader: '01b3',
      },
      ...{ open: 'MERCY|CT Head|2026-12-13T02:30:00-05:00', cause: 'NO_RULE', position: 'ON Body' },
      ...{ gapsFrom: '2026-12-01', gapsTo: '2026-12-24' },
    };
    expect(parseCoverageSearch(search)).toEqual(search);
  });

  it('leaves out what is not what it should be', () => {
    const search = {
      zoom: 'decade',
      from: '1 Dec',
      open: 'MERCY',
      cause: 'NO_WINDOW',
      version: '',
      other: 1,
    };
    expect(parseCoverageSearch(search)).toEqual({});
  });
});

describe('the key of a run', () => {
  it('names hospital, study and instant', () => {
    const key = { hospital: 'St Anne', study: 'DX Chest/Abd', at: '2026-11-01T01:30:00-04:00' };
    expect(parseRunKey(runKeyText(key))).toEqual(key);
  });

  it.each([undefined, '', 'MERCY|CT Head', 'MERCY|CT Head|tonight', '||2026-11-01T01:30'])(
    'is not %s',
    (text) => {
      expect(parseRunKey(text)).toBeNull();
    },
  );
});
