import { describe, expect, it } from 'vitest';
import { HOSPITALS } from '#test/support/workbook-reading.ts';
import { HospitalNames } from './hospital-names.ts';

describe('known hospitals that a name may mean', () => {
  it.each<[string, string, string[]]>([
    ['two letters of the code turned about', 'CPCM', ['CPMC']],
    ['a letter too many', 'Allenn', ['Allen']],
    ['in small letters, with spaces around', '  allem ', ['Allen']],
    ['the name of the hospital, misspelt', 'Centrall Park Medical Center', ['CPMC']],
    ['the first word of a name, misspelt; of equally near ones by code', 'Mercyy', ['M', 'MW']],
    ['nothing near', 'Elsewhere', []],
    ['no name at all', ' ', []],
  ])('%s', (_, name, expected) => {
    const names = new HospitalNames(HOSPITALS, false);
    expect(names.findNearest(name).map(({ code }) => code)).toEqual(expected);
  });

  it('are none where none are given', () => {
    expect(new HospitalNames(null, false).findNearest('CPMC')).toEqual([]);
  });

  it('are no longer looked for in a file that is full of names nobody knows', () => {
    const names = new HospitalNames(HOSPITALS, false);
    const found = Array.from({ length: 300 }, () => names.findNearest('Allenn').length);
    expect([found[0], found[199], found[200]]).toEqual([1, 1, 0]);
  });
});

describe('hospitals that are made of names', () => {
  it('are those whose name can be a code; others stay unknown', () => {
    const names = new HospitalNames([], true);
    expect(['Fenwick', 'A/B', '..', 'x'.repeat(51)].map((name) => names.findByName(name))).toEqual([
      ...['Fenwick', null, null, null],
    ]);
    expect(names.created).toEqual(['Fenwick']);
    expect(names.parseLabel('A/B CT Neuro')).toEqual({ unknown: 'A/B' });
  });

  it('are any word where nobody is asked for hospitals', () => {
    expect(new HospitalNames(null, false).findByName('A/B')).toBe('A/B');
  });
});
