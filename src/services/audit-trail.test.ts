import { describe, expect, it } from 'vitest';
import type { Department } from '#src/domain/department.ts';
import type { RosterEntryId, VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { ChangeResult } from '#src/services/change-outcome.ts';
import type { ChangeOrder } from '#src/services/change-service.ts';
import { runSql } from '#test/support/open-test-database.ts';
import { openTestServices } from '#test/support/services.ts';
import { SMALL_LOGIN, startSmallAmion } from '#test/support/small-amion.ts';
import {
  matrixFile,
  rosterFile,
  rosterLine,
  rosterLines,
  SHEETS,
  textFile,
  WEEK,
} from '#test/support/small-schedule.ts';

const amion = await startSmallAmion();
const test = await openTestServices({ amionBaseUrl: amion.base, amionLogin: SMALL_LOGIN });
const { db } = test.database;
const { actor } = test;

/** Every row of every table as one text each; how an import ended is told elsewhere. */
async function wholeDatabase(): Promise<Record<string, unknown>> {
  const tables = (await runSql(
    db,
    `select tablename from pg_tables where schemaname = 'public' and tablename not in ('scrape_batches', 'pgmigrations')`,
  )) as { tablename: string }[];
  const sums = tables.map(
    ({ tablename }) =>
      `(select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from ${tablename} t) as ${tablename}`,
  );
  return (await runSql(db, `select ${sums.join(', ')}`))[0] as Record<string, unknown>;
}
const auditedSince = async (count: number): Promise<string[]> =>
  (
    (await runSql(db, `select action from audit_logs order by id offset ${count}`)) as { action: string }[]
  ).map(({ action }) => action);
const auditCount = async (): Promise<number> =>
  ((await runSql(db, 'select count(*)::int as n from audit_logs')) as { n: number }[])[0]?.n ?? 0;

interface Scene {
  ward: Department;
  staging: VersionId;
  production: VersionId;
}
const change = ({ ward }: Scene, over: Partial<ChangeOrder>): Promise<ChangeResult> =>
  test.changes.change({
    kind: 'assign',
    department: ward.code,
    date: '2026-04-06' as LocalDate,
    shiftType: 'ON1',
    person: 'hollis@ashby.test',
    hours: null,
    inReturn: null,
    reason: 'by phone',
    versionId: null,
    dryRun: false,
    actor,
    ...over,
  });
const odd = matrixFile([
  SHEETS.EVENING,
  SHEETS.NIGHT,
  SHEETS.BODY_NIGHT,
  { name: 'Notes', rows: [['read me']] },
]);

/** Every call that changes something, and what it writes into the audit trail. */
const CALLS: [name: string, actions: string[], call: (scene: Scene) => Promise<unknown>][] = [
  [
    'creating a version',
    ['VERSION_CREATED'],
    ({ ward }) => test.versions.createVersion(ward.code, WEEK.from, WEEK.to, actor),
  ],
  ['promoting', ['VERSION_PROMOTED', 'VERSION_ARCHIVED'], ({ staging }) => test.promote(staging)],
  ['archiving', ['VERSION_ARCHIVED'], ({ production }) => test.versions.archive(production, actor)],
  ['copying', ['VERSION_COPIED'], ({ production }) => test.versions.copy(production, actor)],
  ['deleting', ['VERSION_DELETED'], ({ staging }) => test.versions.remove(staging, actor)],
  [
    'accepting a warning',
    ['WARNINGS_ACCEPTED'],
    async ({ ward }) => test.warnings.accept(await latest(ward), ['UNPARSED_SHEET|Notes'], 'known', actor),
  ],
  [
    'withdrawing an acceptance',
    ['WARNING_WITHDRAWN'],
    ({ ward }) => test.warnings.withdraw(ward.code, 'UNMAPPED_AMION_SHIFT|Vacation', actor),
  ],
  ['importing a matrix', ['VERSION_CREATED', 'BATCH_IMPORTED'], ({ ward }) => test.importMatrix(ward)],
  ['refusing a matrix', ['BATCH_REFUSED'], ({ ward }) => test.importMatrix(ward, { file: matrixFile([]) })],
  [
    'importing a roster',
    ['BATCH_IMPORTED'],
    ({ ward, staging }) => test.importRoster(ward, staging, { roster: [rosterFile(rosterLines().slice(4))] }),
  ],
  [
    'calculating coverage',
    ['COVERAGE_CALCULATED'],
    ({ production }) => test.coverage.calculateCoverage(production, null, null, actor),
  ],
  ['assigning', ['SHIFT_ASSIGNED'], (scene) => change(scene, {})],
  [
    'unassigning',
    ['SHIFT_UNASSIGNED'],
    (scene) => change(scene, { kind: 'unassign', person: 'grantham@ashby.test' }),
  ],
  ['swapping', ['SHIFT_SWAPPED'], (scene) => change(scene, { kind: 'swap', person: 'dunmore@ashby.test' })],
  [
    'taking a change back',
    ['SHIFT_ASSIGNED', 'SHIFT_CHANGE_TAKEN_BACK'],
    async (scene) => {
      const { added } = await change(scene, {});
      const entryId = added[0]?.id as RosterEntryId;
      const order = { department: scene.ward.code, entryId, reason: 'not ill', dryRun: false, actor };
      return await test.changes.takeBack(order);
    },
  ],
  ['pulling a roster', ['BATCH_IMPORTED'], ({ ward }) => test.drift.pull(ward.code, 1, actor)],
  ['applying drift', ['VERSION_COPIED'], ({ ward }) => test.drift.applyDrift(ward.code, actor)],
  [
    'importing people',
    ['PERSON_ADDED', 'MEMBERS_ADDED'],
    ({ ward }) =>
      test.registry.importPeople(
        textFile('p.csv', ['name,email,specialty', `Ada Fenn,fenn@${ward.code}.test,both`]),
        ward.id,
        actor,
      ),
  ],
  [
    'importing hospitals',
    ['HOSPITAL_ADDED'],
    ({ ward }) =>
      test.registry.importHospitals(
        textFile('h.csv', ['code', `${ward.code} North`]),
        'America/New_York',
        actor,
      ),
  ],
  [
    'making hospitals',
    ['HOSPITAL_ADDED'],
    ({ ward }) => test.registry.createHospitals([`${ward.code} South`], 'America/New_York', actor),
  ],
  [
    'setting a department',
    ['DEPARTMENT_SET'],
    ({ ward }) =>
      test.departments.set(ward.code, { timeZone: 'America/Chicago', amionLogin: 'secret' }, actor),
  ],
  [
    'adding a user',
    ['USER_ADDED'],
    ({ ward }) =>
      test.users.add(
        { email: `new@${ward.code}.test`, role: 'VIEWER', department: ward.code, password: null },
        actor,
      ),
  ],
  [
    'disabling a user',
    ['USER_DISABLED'],
    ({ ward }) => test.users.disable(`leaver@${ward.code}.test`, actor),
  ],
  [
    'the first call of a command line',
    ['USER_ADDED'],
    ({ ward }) => test.users.commandLineActor(`os-${ward.code}`),
  ],
];
const latest = async (ward: Department): Promise<VersionId> => {
  const [newest] = await test.versions.listVersions(ward.code, 'STAGING');
  if (!newest) throw new Error('nothing staged');
  return newest.id;
};

async function setScene(): Promise<Scene> {
  const ward = await test.openDepartment();
  const vacation = rosterLine('2026-04-08', 'Vacation', 'Quennell, Ida', '0000,0000');
  const production = await test.produce(ward, { roster: rosterFile([...rosterLines(), vacation]) });
  const staging = await test.stage(ward);
  await test.stage(ward, { matrix: odd });
  amion.serve(rosterLines(WEEK, { '2026-04-07 ON1': [rosterLine('2026-04-07', 'ON1', 'Hollis, Mei')] }));
  await test.drift.pull(ward.code, 1, actor);
  await test.users.add(
    { email: `leaver@${ward.code}.test`, role: 'VIEWER', department: ward.code, password: null },
    actor,
  );
  return { ward, staging, production };
}

describe('every change writes its audit rows in its own transaction', () => {
  it.each(CALLS)('%s: %s', async (_, actions, call) => {
    const scene = await setScene();
    const [before, count] = [await wholeDatabase(), await auditCount()];
    await runSql(
      db,
      `create function refuse_audit() returns trigger language plpgsql as $$ begin raise exception 'no room in the audit trail'; end $$;
      create trigger refuse_audit before insert on audit_logs for each statement execute function refuse_audit()`,
    );
    const refused = call(scene).finally(() =>
      runSql(db, 'drop trigger refuse_audit on audit_logs; drop function refuse_audit()'),
    );
    await expect(refused).rejects.toThrow('no room in the audit trail');
    expect(await wholeDatabase()).toEqual(before);

    await call(scene);
    const written = await auditedSince(count);
    expect(written).toEqual(actions);
    const rows = await runSql(
      db,
      `select distinct user_id from audit_logs where action <> 'USER_ADDED' offset 0`,
    );
    expect(rows).toEqual([{ user_id: actor.userId }]);
  });
});
