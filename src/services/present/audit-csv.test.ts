import { describe, expect, it } from 'vitest';
import type { AuditedChange } from '#src/services/audit-service.ts';
import { AUDIT_COLUMNS, presentAuditCsv, presentAuditLine } from './audit-csv.ts';

const ENTRY = {
  ...{ id: '1', userId: 'u', userEmail: 'root@ashby.test', action: 'PERSON_UPDATED', resource: 'person:1' },
  ...{ at: '2026-04-08T12:00:00Z', ipAddress: null, hospitalId: null, oldValues: null, newValues: null },
} as AuditedChange;
const line = (over: Partial<AuditedChange>): string => presentAuditLine({ ...ENTRY, ...over });

it('has a cell for each column', () => {
  expect(line({}).split(',')).toHaveLength(AUDIT_COLUMNS.split(',').length);
  expect(line({})).toBe('2026-04-08T12:00:00Z,root@ashby.test,u,PERSON_UPDATED,person:1,,,,\r\n');
});

it.each([
  ['values are JSON, quoted', { newValues: { name: 'O"Hara, Mo' } }, '"{""name"":""O\\""Hara, Mo""}"\r\n'],
  ['a user whom nobody knows', { userEmail: null }, '2026-04-08T12:00:00Z,,u,'],
  ['no formula', { resource: '=HYPERLINK("x")' }, `,"'=HYPERLINK(""x"")",`],
  ['no formula by a sign', { resource: '+1' }, ",'+1,"],
  ['a line break stays in its cell', { resource: 'a\nb' }, ',"a\nb",'],
])('%s', (_, over, part) => expect(line(over)).toContain(part));

describe('an export', () => {
  async function* pagesOf(...pages: AuditedChange[][]) {
    yield* pages;
  }

  it.each([
    [
      'of two pages has its columns once',
      [[ENTRY, ENTRY], [ENTRY]],
      [`${AUDIT_COLUMNS}${line({})}${line({})}`, line({})],
    ],
    ['of no entry is its columns', [[]], [AUDIT_COLUMNS]],
  ])('%s', async (_, pages, expected) => {
    const pieces: string[] = [];
    for await (const piece of presentAuditCsv(pagesOf(...pages))) pieces.push(piece);
    expect(pieces).toEqual(expected);
  });

  it('that fails before its first page has no line', async () => {
    const failing = {
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('no database')) }),
    };
    await expect(presentAuditCsv(failing).next()).rejects.toThrow('no database');
  });
});
