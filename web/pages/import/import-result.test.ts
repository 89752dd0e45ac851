import { describe, expect, it } from 'vitest';
import type { Job } from '#web/client/job.ts';
import { readOrder, readPhases, readResult } from './import-result.ts';

const job = (over: Partial<Job>): Job => ({
  ...{
    id: 'j',
    type: 'WORKFLOW',
    status: 'PROCESSING',
    payload: {},
    result: null,
    error: null,
    progress: null,
  },
  ...{
    retryCount: 0,
    maxRetries: 5,
    attempt: 1,
    hospitalId: null,
    requestedBy: null,
    requestedByEmail: null,
  },
  ...{ worker: null, runAfter: '', createdAt: '', startedAt: null, completedAt: null },
  ...over,
});
const at = (phase: string) => ({ phase, step: 'reading', message: 'reading m.ods', done: 2, total: 8 });
const states = (given: Partial<Job>) => readPhases(job(given)).map(({ state }) => state);
const message = (code: string, text = code) => ({
  severity: 'ERROR' as const,
  code,
  text,
  context: { key: code },
});
const phase = (name: string, state: string, messages: unknown[] = []) => ({
  ...{ phase: name, state, batchId: 'b', accounting: null, validation: { messages } },
});

describe('the phases of an import', () => {
  it.each<[string, Partial<Job>, string[]]>([
    ['waits', { status: 'PENDING' }, ['PENDING', 'PENDING', 'PENDING']],
    ['reads the matrix', { progress: at('ODS_IMPORT') }, ['RUNNING', 'PENDING', 'PENDING']],
    ['reads the roster', { progress: at('AMION_IMPORT') }, ['COMPLETE', 'RUNNING', 'PENDING']],
    [
      'calculates: how the roster ended is not known yet',
      { progress: at('COVERAGE') },
      ['COMPLETE', 'ENDED', 'RUNNING'],
    ],
    [
      'was cancelled while it read',
      { status: 'FAILED', error: { code: 'CANCELLED', message: null }, progress: at('AMION_IMPORT') },
      ['COMPLETE', 'STOPPED', 'SKIPPED'],
    ],
    ['failed in it', { status: 'FAILED', progress: at('AMION_IMPORT') }, ['COMPLETE', 'FAILED', 'SKIPPED']],
    ['failed before it began', { status: 'FAILED' }, ['FAILED', 'SKIPPED', 'SKIPPED']],
    [
      'is over, and its result says it',
      {
        status: 'FAILED',
        result: {
          phases: [
            phase('ODS_IMPORT', 'COMPLETE'),
            phase('AMION_IMPORT', 'FAILED'),
            phase('COVERAGE', 'COMPLETE'),
          ],
        },
      },
      ['COMPLETE', 'FAILED', 'COMPLETE'],
    ],
    [
      'runs again: what the first try said is over',
      { status: 'PROCESSING', attempt: 2, result: { phases: [phase('ODS_IMPORT', 'FAILED')] } },
      ['PENDING', 'PENDING', 'PENDING'],
    ],
    [
      'of a matrix alone',
      { type: 'ODS_IMPORT', status: 'COMPLETE', result: { state: 'COMPLETE' } },
      ['COMPLETE'],
    ],
    [
      'of a look at Amion',
      { type: 'AMION_PULL', status: 'COMPLETE', result: { drifted: 1, batch: { state: 'COMPLETE' } } },
      ['COMPLETE'],
    ],
    ['of a coverage', { type: 'COVERAGE', status: 'COMPLETE' }, []],
  ])('%s', (_, given, expected) => expect(states(given)).toEqual(expected));

  it('tell how far the running one is', () => {
    const [first] = readPhases(job({ progress: at('ODS_IMPORT') }));
    expect(first).toMatchObject({ step: 'reading m.ods', done: 2, total: 8 });
  });
});

describe('the result', () => {
  it('keeps what no phase said apart: it is of the files of people and hospitals', () => {
    const ofMatrix = message('UNKNOWN_HOSPITAL');
    const ofPeople = message('INVALID_EMAIL');
    const result = readResult({
      result: {
        version: { id: 'v' },
        phases: [phase('ODS_IMPORT', 'FAILED', [ofMatrix])],
        validation: { canPromote: false, messages: [ofMatrix, ofPeople] },
      },
    });
    expect(result).toMatchObject({
      versionId: 'v',
      preparation: [ofPeople],
      canPromote: false,
      coverage: null,
    });
  });
  it('of a single import is all of one source', () => {
    const result = { state: 'FAILED', versionId: null, validation: { messages: [message('CORRUPT_FILE')] } };
    expect(readResult({ result })).toMatchObject({ versionId: null, preparation: [], messages: [{}] });
  });
  it('is nothing where the job ended before it could say', () =>
    expect(readResult({ result: null })).toBeNull());
});

describe('the order', () => {
  it('names its files, dates and options', () => {
    const payload = {
      ...{ department: 'HARBOR', from: '2026-12-01', to: '2026-12-31', matrix: { name: 'm.ods' } },
      ...{ roster: [{ name: 'a.csv' }], allowPartial: true },
    };
    expect(readOrder({ payload })).toEqual({
      ...{ department: 'HARBOR', from: '2026-12-01', to: '2026-12-31', matrix: 'm.ods', reports: ['a.csv'] },
      ...{ like: null, createHospitals: false, allowPartial: true },
    });
  });
  it('from Amion has no reports', () =>
    expect(readOrder({ payload: { roster: 'feed' } }).reports).toBeNull());
});
