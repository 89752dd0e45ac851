import { describe, expect, it } from 'vitest';
import { nearHospitals } from './near-hospitals.ts';

const hospitals = ['HARBOR', 'MERCY', 'LAKE', 'STANNE'].map((code) => ({
  ...{ id: code, code, name: `${code} Hospital`, location: null, timeZone: 'America/New_York' },
}));
const near = (name: string) => nearHospitals(name, hospitals).map(({ code }) => code);

describe('hospitals that may be meant', () => {
  it.each([
    ['MERCI', ['MERCY']],
    ['Mercy', []],
    ['HARBOUR', ['HARBOR']],
    ['LAKES', ['LAKE']],
    ['Elsewhere', []],
    ['', []],
  ])('by "%s": %j', (name, expected) => expect(near(name)).toEqual(expected));
});
