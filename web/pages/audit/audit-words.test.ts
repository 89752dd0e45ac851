import { expect, it } from 'vitest';
import { ACTION_OPTIONS, placeOf, resourceText, valueName } from './audit-words.ts';

const ID = '01a219e4-3d28-756c-b714-8e7c79f7c482';

it.each([
  [`person:${ID}`, 'Person\u00a0…f7c482', `/people/${ID}`],
  [`schedule_version:${ID}`, 'Schedule version\u00a0…f7c482', `/versions/${ID}`],
  [`department:${ID}`, 'Department\u00a0…f7c482', null],
  ['audit', 'Audit', null],
])('%s is %s', (resource, text, place) => {
  expect(resourceText(resource)).toBe(text);
  expect(placeOf(resource)?.to ?? null).toBe(place);
});

it.each([
  ['specialty', 'Specialty'],
  ['settings.rolloverHour', 'Settings, rollover hour'],
  ['amion_id', 'Amion id'],
  ['', ''],
])('the value %s is called %s', (name, text) => {
  expect(valueName(name)).toBe(text);
});

it('the actions are words, in their order', () => {
  expect(ACTION_OPTIONS[0]?.label).toBe('Audit exported');
  expect(ACTION_OPTIONS.map(({ label }) => label)).toContain('Sign in failed');
});
