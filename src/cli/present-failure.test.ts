import { describe, expect, it } from 'vitest';
import { CodedError, ERROR_CODES } from '#src/domain/errors.ts';
import { presentFailure, presentUsageFault } from './present-failure.ts';

const system = (code: string): Error => Object.assign(new Error(`${code}: write`), { code });

describe('what a command that fails says', () => {
  it.each([
    ['a full disk', system('ENOSPC'), 1, 'UNAVAILABLE', 'The disk is full.'],
    [
      'a folder that is not ours',
      system('EACCES'),
      1,
      'UNAVAILABLE',
      'may not be read or written by this user',
    ],
    [
      'a bug',
      new TypeError('x is not a function'),
      1,
      'INTERNAL',
      'schedcu has a fault: x is not a function',
    ],
    ['something thrown that is no error', 'boom', 1, 'INTERNAL', 'schedcu has a fault: boom'],
    ['a conflict', new CodedError('CONFLICT', 'Promoted already.'), 3, 'CONFLICT', 'Promoted already.'],
  ])('%s', (_, cause, status, code, says) => {
    const failure = presentFailure(cause);
    expect(failure).toMatchObject({ status, document: { error: { code } } });
    expect(failure.text.join('\n')).toContain(says);
  });

  it('a bug shows nothing of itself to programs', () => {
    expect(JSON.stringify(presentFailure(new Error('secret inside')).document)).not.toContain('secret');
  });

  it('every code has a status, and details cannot hide it', () => {
    for (const code of ERROR_CODES) {
      const failure = presentFailure(new CodedError(code, 'It is so.', { code: 'OTHER', message: 'other' }));
      expect([1, 2, 3]).toContain(failure.status);
      expect(failure.document).toEqual({ error: { code, message: 'It is so.' } });
    }
  });

  it('arguments that are none: the fault without its advice, or that a command is missing', () => {
    expect(presentUsageFault('error: unknown option --x\nSee schedcu --help').document).toEqual({
      error: { code: 'BAD_REQUEST', message: 'unknown option --x' },
    });
    expect(presentUsageFault('Usage: schedcu').document).toEqual({
      error: { code: 'BAD_REQUEST', message: 'Name a command.' },
    });
  });
});
