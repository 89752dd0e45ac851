import { describe, expect, it } from 'vitest';
import type { VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import { listAssignments } from '#src/repositories/assignments.ts';
import { runSql } from '#test/support/open-test-database.ts';
import { codesOf, provideRosterImports, type Rosterless } from '#test/support/roster-imports.ts';
import { rosterFile, rosterLine, rosterLines, WEEK } from '#test/support/small-schedule.ts';

const { empty, entriesOf, load, test } = await provideRosterImports();
const { db } = test.database;

describe('changes by hand', () => {
  const change = (at: Rosterless, date: string, person: string, versionId: VersionId | null) =>
    test.changes.change({
      kind: 'assign',
      department: at.department.code,
      date: date as LocalDate,
      shiftType: 'ON1',
      person,
      hours: null,
      inReturn: null,
      reason: 'by phone',
      versionId,
      dryRun: false,
      actor: test.actor,
    });

  it('of the version survive a new import; the conflict is listed, the row of the roster is ignored', async () => {
    const at = await empty();
    await load(at, rosterLines());
    await change(at, '2026-04-07', 'quennell@ashby.test', at.versionId);
    const result = await load(at, rosterLines(WEEK, { '2026-04-08 ON1': [] }));
    expect(result).toMatchObject({
      state: 'COMPLETE',
      accounting: { read: 27, accepted: 26, ignored: 1, stored: 26 },
    });
    expect(result.messages).toMatchObject([
      {
        code: 'OVERRIDE_CONFLICT',
        context: { date: '2026-04-07', shiftType: 'ON1', byHand: 'Ida Quennell', roster: 'Nora Grantham' },
      },
    ]);
    expect(await entriesOf(at.versionId, '2026-04-07')).toContain('07 ON1 Quennell MANUAL');
    const batches = await runSql(
      db,
      `select distinct source, scrape_batch_id is null as by_hand from roster_entries where schedule_version_id = '${at.versionId}' and deleted_at is null order by source`,
    );
    expect(batches).toEqual([
      { source: 'AMION', by_hand: false },
      { source: 'MANUAL', by_hand: true },
    ]);
  });

  it('yield to a roster that agrees by now', async () => {
    const at = await empty();
    await load(at, rosterLines());
    await change(at, '2026-04-07', 'quennell@ashby.test', at.versionId);
    const result = await load(
      at,
      rosterLines(WEEK, { '2026-04-07 ON1': [rosterLine('2026-04-07', 'ON1', 'Quennell, Ida')] }),
    );
    expect(result.messages).toEqual([]);
    expect(await entriesOf(at.versionId, '2026-04-07')).toContain('07 ON1 Quennell 01:00-08:00');
  });

  it('in production go over into the next version, beside those of the version itself', async () => {
    const at = await empty();
    await load(at, rosterLines());
    await test.promote(at.versionId);
    await change(at, '2026-04-07', 'quennell@ashby.test', null);
    const next = { department: at.department, versionId: await test.stage(at.department, { roster: null }) };
    await change(next, '2026-04-09', 'hollis@ashby.test', next.versionId);
    const result = await load(next, rosterLines(), { name: 'next.csv' });
    expect(codesOf(result)).toEqual(['OVERRIDE_CONFLICT', 'OVERRIDE_CONFLICT']);
    expect(await entriesOf(next.versionId, '2026-04-07')).toContain('07 ON1 Quennell OVERRIDE');
    expect(await entriesOf(next.versionId, '2026-04-09')).toContain('09 ON1 Hollis MANUAL');
    expect(await entriesOf(at.versionId, '2026-04-09')).toContain('09 ON1 Grantham 01:00-08:00');
  });

  it('on a date that the roster leaves empty survive too', async () => {
    const at = await empty();
    await load(at, rosterLines());
    await test.promote(at.versionId);
    await change(at, '2026-04-12', 'quennell@ashby.test', null);
    const next = { department: at.department, versionId: await test.stage(at.department, { roster: null }) };
    await load(next, [
      ...rosterLines({ from: '2026-04-06', to: '2026-04-11' }),
      rosterLine('2026-04-12', 'Vacation', 'Quennell, Ida', '0000,0000'),
    ]);
    expect(await entriesOf(next.versionId, '2026-04-12')).toEqual(['12 ON1 Quennell OVERRIDE']);
  });
});

describe('a roster imported again', () => {
  it('with the same bytes adds nothing', async () => {
    const at = await empty();
    const first = await load(at, rosterLines());
    const rows = await runSql(db, 'select count(*) from roster_entries');
    expect(await load(at, rosterLines())).toMatchObject({
      batchId: first.batchId,
      state: 'COMPLETE',
      accounting: { accepted: 28, stored: 0 },
    });
    expect(await runSql(db, 'select count(*) from roster_entries')).toEqual(rows);
  });

  it('with other rows replaces the old ones, softly', async () => {
    const at = await empty();
    await load(at, rosterLines());
    await load(
      at,
      rosterLines(WEEK, { '2026-04-07 ON1': [rosterLine('2026-04-07', 'ON1', 'Quennell, Ida')] }),
    );
    expect(await entriesOf(at.versionId, '2026-04-07')).toContain('07 ON1 Quennell 01:00-08:00');
    expect(await entriesOf(at.versionId)).toHaveLength(28);
    expect(await listAssignments(db, at.versionId)).toHaveLength(42);
    const gone = await runSql(
      db,
      `select 1 from roster_entries where schedule_version_id = '${at.versionId}' and deleted_at is not null`,
    );
    expect(gone).toHaveLength(28);
  });

  it('of which the last date has become empty leaves nobody there', async () => {
    const at = await empty();
    await load(at, rosterLines());
    await load(at, [
      ...rosterLines({ from: '2026-04-06', to: '2026-04-11' }),
      rosterLine('2026-04-12', 'Vacation', 'Quennell, Ida', '0000,0000'),
    ]);
    expect(await entriesOf(at.versionId, '2026-04-12')).toEqual([]);
  });

  it('for a part of the period leaves the rest as it was', async () => {
    const at = await empty();
    await load(at, rosterLines());
    const late = rosterFile(rosterLines({ from: '2026-04-11', to: '2026-04-12' }, { '2026-04-11 ON1': [] }), {
      title: '4-11-26 to 4-12-26',
    });
    await test.importRoster(at.department, at.versionId, { roster: [late] });
    expect(await entriesOf(at.versionId, '2026-04-10')).toHaveLength(4);
    expect(await entriesOf(at.versionId, '2026-04-11')).toHaveLength(3);
  });

  it('with what stood before another one came takes it back', async () => {
    const at = await empty();
    const other = rosterLines(WEEK, { '2026-04-07 ON1': [rosterLine('2026-04-07', 'ON1', 'Quennell, Ida')] });
    for (const lines of [rosterLines(), other, rosterLines()]) await load(at, lines);
    expect(await entriesOf(at.versionId, '2026-04-07')).toContain('07 ON1 Grantham 01:00-08:00');
  });
});
