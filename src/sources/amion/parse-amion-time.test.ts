import { expect, it } from 'vitest';
import { looksLikeTime, parseAmionTime } from './parse-amion-time.ts';

it.each([
  ['0000', '00:00'],
  ['0', '00:00'],
  ['30', '00:30'],
  ['800', '08:00'],
  ['0700', '07:00'],
  ['2359', '23:59'],
  ['2400', '00:00'],
  ['19:30', '19:30'],
])('%s is %s', (text, time) => {
  expect(parseAmionTime(text)).toBe(time);
});

it.each(['2401', '2575', '0760', '7p', '', '12345'])('%s is no time', (text) => {
  expect(parseAmionTime(text)).toBeNull();
});

it.each([
  ['2575', true],
  ['7', true],
  ['Start', false],
  ['', false],
])('%s was meant as a time: %s', (text, meant) => {
  expect(looksLikeTime(text)).toBe(meant);
});
