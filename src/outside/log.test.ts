import { describe, expect, it } from 'vitest';
import { openLog } from './log.ts';

function logged(write: (log: ReturnType<typeof openLog>) => void, level = 'info'): string {
  let text = '';
  const keep = (line: string): void => {
    text += line;
  };
  write(openLog(level, { write: keep }));
  return text;
}

describe('the log', () => {
  it('is one line of JSON for each entry, with its level in words and its instant', () => {
    const lines = logged((log) => {
      log.info({ jobId: 'a' }, 'Job started');
      log.debug({}, 'not asked for');
    })
      .trim()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-.*Z$/),
        pid: process.pid,
        jobId: 'a',
        msg: 'Job started',
      },
    ]);
  });

  it('never shows secrets: not under their names, not in addresses', () => {
    const text = logged((log) => {
      log.info(
        {
          login: 's3cret',
          options: { password: 's3cret', deep: { token: 's3cret' } },
          connectionString: 's3cret',
        },
        'x',
      );
      const cause = new Error('https://www.amion.com/cgi-bin/ocs?Lo=s3cret&Rpt=619 did not answer');
      log.error({ err: new Error('connect postgresql://schedcu:s3cret@db/schedcu failed', { cause }) }, 'x');
    });
    expect(text).not.toContain('s3cret');
    expect(text).toContain('postgresql://***@db/schedcu');
  });

  it('keeps code, stack and cause of an error, and takes what is none', () => {
    const text = logged((log) => {
      log.warn(
        {
          err: Object.assign(new Error('gone', { cause: new Error('why') }), {
            code: '57P01',
            rows: ['Name'],
          }),
        },
        'x',
      );
      log.warn({ err: { message: 'of pg-boss', queue: 'schedcu' } }, 'x');
      log.warn({ err: 'a word' }, 'x');
    });
    const [first, second, third] = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).err);
    expect(first).toMatchObject({
      message: 'gone',
      code: '57P01',
      stack: expect.any(String),
      cause: { message: 'why' },
    });
    expect(first).not.toHaveProperty('rows');
    expect([second.message, third.message]).toEqual(['of pg-boss', 'a word']);
  });
});
