import { describe, expect, it } from 'vitest';
import { namesType, weightOf } from './accepted-types.ts';

const CHROME = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

describe('how much a client wants a media type', () => {
  it.each([
    [undefined, 'text/html', 1],
    ['', 'text/html', 1],
    ['*/*', 'text/html', 1],
    [CHROME, 'text/html', 1],
    [CHROME, 'application/json', 0.8],
    ['text/*;q=0.3, */*;q=0.1', 'text/csv', 0.3],
    ['Text/CSV; charset=utf-8', 'text/csv', 1],
    ['application/json, text/csv;q=0', 'text/csv', 0],
    ['*/*, text/csv;q=0', 'text/csv', 0],
    ['application/json', 'text/csv', 0],
    ['text/csv;q=much', 'text/csv', 0],
  ])('Accept: %s, of %s: %d', (accept, type, weight) => {
    expect(weightOf(accept, type)).toBe(weight);
  });

  it.each([
    [CHROME, true],
    ['*/*', false],
    ['text/*', false],
    ['text/html;q=0', false],
    [undefined, false],
  ])('Accept: %s names text/html: %s', (accept, names) => {
    expect(namesType(accept, 'text/html')).toBe(names);
  });
});
