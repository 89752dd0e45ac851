import { describe, expect, it } from 'vitest';
import { ApiError, type Problem } from './api.ts';
import { faultsByField, isElsewhere } from './faults.ts';

const refusal = (faults?: Problem['faults']) =>
  new ApiError({
    ...{ type: 'about:blank', title: 'Bad Request', status: 400, code: 'BAD_REQUEST', requestId: '1' },
    ...{ detail: 'It is wrong.', ...(faults && { faults }) },
  });
const FIELDS = ['email', 'aliases', 'name'] as const;

describe('what is wrong with a form', () => {
  it('stands beside its field, the first of several', () => {
    const error = refusal([
      { path: 'body/email', message: 'is no email' },
      { path: 'body/aliases/3', message: 'is too long' },
      { path: 'body/aliases/4', message: 'is too long too' },
    ]);
    expect(faultsByField(error, FIELDS)).toEqual({ email: 'is no email', aliases: 'is too long' });
    expect(isElsewhere(error, FIELDS)).toBe(false);
  });

  it.each([
    ['of a field that the form has not', refusal([{ path: 'body/nickname', message: 'unknown' }])],
    ['of the whole request', refusal([{ path: 'body', message: 'unknown key' }])],
    ['of no field', refusal()],
    ['a fault of the line', new Error('offline')],
  ])('stands elsewhere: %s', (_, error) => {
    expect(faultsByField(error, FIELDS)).toEqual({});
    expect(isElsewhere(error, FIELDS)).toBe(true);
  });
});
