import { beforeEach, describe, expect, it } from 'vitest';
import type { Department } from '#src/domain/department.ts';
import type { VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import { getBatch } from '#src/repositories/scrape-batches.ts';
import { listBatchFiles } from '#src/repositories/source-files.ts';
import type { VersionDrift } from '#src/services/roster-drift-service.ts';
import { runSql } from '#test/support/open-test-database.ts';
import { openTestServices, TEST_CONFIG, wire } from '#test/support/services.ts';
import { SMALL_LOGIN, startSmallAmion } from '#test/support/small-amion.ts';
import { rosterLine, rosterLines, WEEK } from '#test/support/small-schedule.ts';

const amion = await startSmallAmion();
const test = await openTestServices();
const { db } = test.database;
const config = { ...TEST_CONFIG, amionBaseUrl: amion.base, amionLogin: SMALL_LOGIN };
/** Each with a client of its own: a pull of another test must not be served from its copies. */
const fresh = () => wire(config, test.database, () => test.clock.now).drift;
let ward: Department;
let id: VersionId;
beforeEach(async () => {
  ward = await test.openDepartment();
  id = await test.produce(ward);
});
const pull = async (lines: readonly string[]) => {
  amion.serve(lines);
  return await fresh().pull(ward.code, 1, test.actor);
};
const words = ({ differences }: VersionDrift): string[] =>
  differences.map(
    (d) =>
      `${d.date} ${d.shiftType} ${d.kind}: ${d.before.join(', ') || 'no row'} → ${d.after.join(', ') || 'no row'}`,
  );

/** Everything that can differ. */
const DRIFTED = rosterLines(WEEK, {
  '2026-04-07 ON1': [rosterLine('2026-04-07', 'ON1', 'Quennell, Ida')],
  '2026-04-08 ON2': [rosterLine('2026-04-08', 'ON2', '---')],
  '2026-04-09 MidC': [rosterLine('2026-04-09', 'MidC', 'Eskildsen, Tamsin', '1800,2300')],
});

describe('a pull', () => {
  it('keeps the reports of the months and leaves production as it is', async () => {
    const result = await pull(DRIFTED);
    expect(result).toMatchObject({
      state: 'COMPLETE',
      versionId: null,
      accounting: { read: 28, accepted: 28, rejected: 0, ignored: 0, stored: 0 },
    });
    expect(await getBatch(db, result.batchId)).toMatchObject({
      source: 'ROSTER',
      versionId: null,
      from: '2026-04-01',
      to: '2026-04-30',
      sourceAsOf: '2026-04-07T22:30:00.000Z',
    });
    expect(await listBatchFiles(db, result.batchId)).toMatchObject([
      { fileName: 'amion-625c-2026-04', kept: true },
    ]);
    expect((await test.versions.viewVersion(id)).coverage).toMatchObject({ full: 42 });
    expect(await test.versions.listVersions(ward.code, 'STAGING')).toEqual([]);
  });

  it.each([
    ['the month of the department, not of Greenwich', '2026-05-01T02:00:00Z', 1, '2026-04-01', '2026-04-30'],
    ['over the end of a year', '2026-12-15T12:00:00Z', 3, '2026-12-01', '2027-02-28'],
    ['two years', '2026-01-15T12:00:00Z', 24, '2026-01-01', '2027-12-31'],
  ])('is of whole months: %s', async (_, now, months, from, to) => {
    test.clock.now = now;
    const { batchId } = await fresh().pull(ward.code, months, test.actor);
    test.clock.now = '2026-04-08T12:00:00Z';
    expect(await getBatch(db, batchId)).toMatchObject({ from, to });
  });

  it.each([0, 25, 1.5])('of %s months is BAD_REQUEST', async (months) => {
    await expect(fresh().pull(ward.code, months, test.actor)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('that fails is a FAILED batch; drift goes on by the one before', async () => {
    await pull(DRIFTED);
    await test.departments.set(ward.code, { amionLogin: 'wrong' }, test.actor);
    const failed = await fresh().pull(ward.code, 1, test.actor);
    expect(failed).toMatchObject({ state: 'FAILED', messages: [{ code: 'AMION_REJECTED_LOGIN' }] });
    expect((await fresh().findDrift(ward.code)).versions.flatMap(words)).toHaveLength(3);
  });
});

describe('drift', () => {
  it('names every shift that differs, and the studies that would change reader', async () => {
    await pull(DRIFTED);
    const drift = await fresh().findDrift(ward.code);
    expect(drift).toMatchObject({
      department: ward.code,
      asOf: '2026-04-07T22:30:00.000Z',
      versions: [{ versionId: id, ...WEEK, timeZone: 'America/New_York', messages: [] }],
    });
    expect(drift.versions.flatMap(words)).toEqual([
      '2026-04-07 ON1 swapped: Nora Grantham 01:00-08:00 → Ida Quennell 01:00-08:00',
      '2026-04-08 ON2 gone: Otis Dunmore 01:00-08:00 → nobody 01:00-08:00',
      '2026-04-09 MidC hours: Tamsin Eskildsen 18:00-00:00 → Tamsin Eskildsen 18:00-23:00',
    ]);
    expect(drift.versions[0]?.coverage.map((c) => `${c.scheduleDate} ${c.label} ${c.kind}`)).toEqual([
      '2026-04-07 Ashby CT Body uncovered',
      '2026-04-07 Brook US changed',
      '2026-04-08 Ashby CT Neuro uncovered',
    ]);
  });

  it('is none where the roster says the same', async () => {
    await pull(rosterLines());
    expect((await fresh().findDrift(ward.code)).versions).toMatchObject([
      { differences: [], coverage: [], messages: [] },
    ]);
    expect((await fresh().applyDrift(ward.code, test.actor)).copies).toEqual([]);
  });

  it('new: somebody is on a shift that was vacant', async () => {
    await test.produce(ward, { roster: null });
    await pull(rosterLines({ from: '2026-04-06', to: '2026-04-06' }));
    const [version] = (await fresh().findDrift(ward.code)).versions;
    expect(version?.differences.map(({ kind }) => kind)).toEqual(['new', 'new', 'new', 'new']);
  });

  it('names people whom nobody knows; their shifts count as vacant', async () => {
    await pull(rosterLines(WEEK, { '2026-04-07 ON1': [rosterLine('2026-04-07', 'ON1', 'Nobody, Known')] }));
    const [version] = (await fresh().findDrift(ward.code)).versions;
    expect(version?.messages.map(({ code }) => code)).toEqual(['UNKNOWN_PEOPLE', 'PARTIAL_IMPORT']);
    expect(version && words(version)).toEqual([
      '2026-04-07 ON1 unknown: Nora Grantham 01:00-08:00 → Nobody, Known 01:00-08:00',
    ]);
    expect(version?.coverage.map(({ kind }) => kind)).toContain('uncovered');
  });

  it('names somebody unknown on a shift that was vacant, too', async () => {
    await test.produce(ward, { roster: null });
    const stranger = rosterLine('2026-04-07', 'ON1', 'Nobody, Known');
    await pull(rosterLines({ from: '2026-04-07', to: '2026-04-07' }, { '2026-04-07 ON1': [stranger] }));
    const [version] = (await fresh().findDrift(ward.code)).versions;
    expect(version && words(version)).toContain('2026-04-07 ON1 unknown: no row → Nobody, Known 01:00-08:00');
  });

  it('leaves changes by hand alone and lists those that the roster contradicts', async () => {
    const by = {
      kind: 'assign',
      department: ward.code,
      shiftType: 'ON1',
      hours: null,
      inReturn: null,
      reason: 'by phone',
      versionId: null,
      dryRun: false,
      actor: test.actor,
    } as const;
    await test.changes.change({ ...by, date: '2026-04-07' as LocalDate, person: 'quennell@ashby.test' });
    await test.changes.change({ ...by, date: '2026-04-10' as LocalDate, person: 'hollis@ashby.test' });
    await pull(rosterLines(WEEK, { '2026-04-07 ON1': [rosterLine('2026-04-07', 'ON1', 'Quennell, Ida')] }));
    const [version] = (await fresh().findDrift(ward.code)).versions;
    expect(version?.messages).toMatchObject([
      {
        code: 'OVERRIDE_CONFLICT',
        context: { date: '2026-04-10', byHand: 'Mei Hollis', roster: 'Nora Grantham' },
      },
    ]);
    expect(version?.differences.map(({ date, kind }) => `${date} ${kind}`)).toEqual(['2026-04-07 hours']);
  });

  it('needs a pull, and a version in force', async () => {
    await expect(fresh().findDrift(ward.code)).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('Fetch it from Amion first.'),
    });
    await expect(fresh().findDrift('Nowhere')).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await pull(rosterLines());
    await test.versions.archive(id, test.actor);
    await expect(fresh().findDrift(ward.code)).rejects.toMatchObject({ code: 'NO_SCHEDULE' });
  });
});

describe('recording drift', () => {
  it('keeps what differs, once a pull and version; none without a version in force', async () => {
    await pull(DRIFTED);
    expect([await fresh().record(ward.code), await fresh().record(ward.code)]).toEqual([3, 3]);
    const kept = await runSql(
      db,
      `select count(*)::int as n from roster_drifts where hospital_id = '${ward.id}'`,
    );
    expect(kept).toEqual([{ n: 1 }]);
    await test.versions.archive(id, test.actor);
    expect(await fresh().record(ward.code)).toBe(0);
  });

  it('needs a pull', async () => {
    await expect(fresh().record(ward.code)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('applying drift', () => {
  it('makes a STAGING copy with the fresh roster, its age and its messages; production stays as it is', async () => {
    await pull([...DRIFTED, rosterLine('2026-04-08', 'Vacation', 'Hollis, Mei', '0000,0000')]);
    const { drift, copies } = await fresh().applyDrift(ward.code, test.actor);
    expect(copies).toEqual([{ of: id, id: expect.any(String) }]);
    const copy = copies[0]?.id as VersionId;
    expect(await test.versions.getVersion(copy)).toMatchObject({ status: 'STAGING', ...WEEK });
    const difference = await test.versionDiff.diff(id, copy);
    expect(difference.assignments).toEqual(drift.versions[0]?.differences);
    expect(difference.coverage).toEqual(drift.versions[0]?.coverage);
    expect((await test.versionDiff.diff(id, copy)).shifts).toEqual([]);
    const asked = await test.who.ask({
      department: ward.code,
      at: '2026-04-08T02:30',
      hospital: null,
      study: 'US',
      versionId: copy,
    });
    expect(asked).toMatchObject({
      asOf: '2026-04-07T22:30:00.000Z',
      answers: [
        { reader: { name: 'Ida Quennell' }, because: { assignment: { report: 'amion-625c-2026-04' } } },
      ],
    });
    const { validation } = await test.versions.viewVersion(copy);
    expect(validation.messages.map((m) => m.code)).toEqual(
      expect.arrayContaining(['UNMAPPED_AMION_SHIFT', 'MANDATORY_UNCOVERED', 'HOURS_WITHOUT_WINDOW']),
    );
    expect((await test.versions.viewVersion(id)).coverage).toMatchObject({ full: 42 });
  });

  it('can be promoted; then there is no drift any more', async () => {
    await pull(rosterLines(WEEK, { '2026-04-07 ON1': [rosterLine('2026-04-07', 'ON1', 'Hollis, Mei')] }));
    const { copies } = await fresh().applyDrift(ward.code, test.actor);
    await test.promote(copies[0]?.id as VersionId);
    expect((await test.versions.getVersion(id)).status).toBe('ARCHIVED');
    expect((await fresh().findDrift(ward.code)).versions.flatMap(words)).toEqual([]);
  });

  it('with people whom nobody knows makes a copy that cannot be promoted unseen', async () => {
    await pull(rosterLines(WEEK, { '2026-04-07 ON1': [rosterLine('2026-04-07', 'ON1', 'Nobody, Known')] }));
    const { copies } = await fresh().applyDrift(ward.code, test.actor);
    const { validation } = await test.versions.viewVersion(copies[0]?.id as VersionId);
    expect(validation.messages.filter((m) => m.severity === 'ERROR').map((m) => m.code)).toEqual([
      'UNKNOWN_PEOPLE',
      'MANDATORY_UNCOVERED',
    ]);
    await test.warnings.accept(copies[0]?.id as VersionId, 'all', 'known by tomorrow', test.actor);
    await test.promote(copies[0]?.id as VersionId, 'known by tomorrow');
    expect((await fresh().findDrift(ward.code)).versions.flatMap(words)).toEqual([]);
  });

  it('of versions that share a month copies each for the dates for which it is in force', async () => {
    const middle = await test.produce(ward, { from: '2026-04-08', to: '2026-04-09' });
    const everyNight = rosterLines().map((line) => line.replace('Grantham, Nora', 'Hollis, Mei'));
    await pull(everyNight);
    const { copies } = await fresh().applyDrift(ward.code, test.actor);
    expect(copies.map(({ of }) => of)).toEqual([id, middle, id]);
    const spans = await Promise.all(copies.map(async (copy) => test.versions.getVersion(copy.id)));
    expect(spans.map(({ from, to }) => `${from} ${to}`)).toEqual([
      '2026-04-06 2026-04-07',
      '2026-04-08 2026-04-09',
      '2026-04-10 2026-04-12',
    ]);
    for (const copy of copies) {
      await test.warnings.accept(copy.id, 'all', 'known', test.actor);
      await test.promote(copy.id);
    }
    expect((await fresh().findDrift(ward.code)).versions.flatMap(words)).toEqual([]);
    expect((await test.versions.periods(ward.code)).map(({ versionId }) => versionId)).toEqual(
      copies.map((copy) => copy.id),
    );
  });
});
