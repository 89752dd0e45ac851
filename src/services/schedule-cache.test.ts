import { beforeAll, describe, expect, it } from 'vitest';
import type { ClockTime } from '#src/domain/clock-time.ts';
import type { Department } from '#src/domain/department.ts';
import type { VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import { inTransaction } from '#src/repositories/database.ts';
import { updatePerson } from '#src/repositories/persons.ts';
import { runSql } from '#test/support/open-test-database.ts';
import { openTestServices, TEST_CONFIG, type TestServices, wire } from '#test/support/services.ts';
import { rosterFile, rosterLine, rosterLines } from '#test/support/small-schedule.ts';
import type { Services } from './services.ts';

/** Does things, as another process does. */
let test: TestServices;
/** Is asked again and again, and keeps what it has worked out. */
let asked: Services & { queries: { count(): number } };
let department: Department;
let inForce: VersionId;

const NIGHT = '2026-04-09T02:30';
const who = async (at = NIGHT, study = 'Ashby CT Body', services: Services = asked): Promise<string> => {
  const { code } = department;
  const question = { department: code, at, hospital: null, study, versionId: null };
  const [answer] = (await services.who.ask(question)).answers;
  return answer?.reader
    ? `${answer.reader.name} ${answer.reader.pager ?? ''}`.trim()
    : (answer?.cause ?? 'nothing');
};

beforeAll(async () => {
  test = await openTestServices();
  asked = test.counted();
});

async function begin(): Promise<void> {
  department = await test.openDepartment();
  inForce = await test.produce(department);
  await who();
}

const assign = (over: object = {}) =>
  test.changes.change({
    ...{ kind: 'assign', department: department.code, date: '2026-04-08' as LocalDate, shiftType: 'ON1' },
    ...{ person: 'eskildsen@ashby.test', hours: null, inReturn: null, reason: 'ill', versionId: null },
    ...{ dryRun: false, actor: test.actor, ...over },
  });
const personOf = async (email: string) => {
  const found = (await test.registry.listPeople(department.id)).find((person) => person.email === email);
  if (!found) throw new Error(`Nobody has the email ${email}`);
  return found;
};

describe('an answer that is kept', () => {
  it('costs one query as long as nothing changes', async () => {
    await begin();
    const before = asked.queries.count();
    for (const at of [NIGHT, '2026-04-10T02:30', '2026-04-11T19:00']) await who(at);
    expect(asked.queries.count() - before).toBe(3);
  });

  it('is another at once after a change by hand', async () => {
    await begin();
    expect(await who()).toBe('Nora Grantham 5550101');
    await assign({ dryRun: true });
    expect(await who()).toBe('Nora Grantham 5550101');
    await assign();
    expect(await who()).toBe('Tamsin Eskildsen');
  });

  it('is another at once when a specialty or a pager is corrected', async () => {
    await begin();
    const { id } = await personOf('grantham@ashby.test');
    await test.people.update(id, { pager: '5559999' }, test.actor);
    expect(await who()).toBe('Nora Grantham 5559999');
    await test.people.update(id, { specialty: 'NEURO_ONLY' }, test.actor);
    expect(await who()).toBe('SPECIALTY_MISMATCH');
    await test.people.update(id, { specialty: 'BOTH', pager: '5550101' }, test.actor);
    expect(await who()).toBe('Nora Grantham 5550101');
  });

  it('is another at once after a promotion, an archiving, and a promotion of the copy', async () => {
    await begin();
    const lines = rosterLines(undefined, {
      '2026-04-08 ON1': [rosterLine('2026-04-08', 'ON1', 'Hollis, Mei')],
    });
    await test.produce(department, { roster: rosterFile(lines) });
    expect(await who()).toBe('Mei Hollis');
    const copy = await test.versions.copy(inForce, test.actor);
    await test.promote(copy.id, 'back');
    expect(await who()).toBe('Nora Grantham 5550101');
    await test.versions.archive(copy.id, test.actor);
    await expect(who()).rejects.toMatchObject({ code: 'NO_SCHEDULE' });
  });

  it('is another at once when settings change what an instant means', async () => {
    await begin();
    const answer = await asked.who.ask({
      ...{
        department: department.code,
        at: '2026-04-09T01:30',
        hospital: null,
        study: 'Ashby CT Body',
        versionId: null,
      },
    });
    expect(answer.answers[0]?.because.scheduleDate).toBe('2026-04-08');
    await test.departments.set(department.code, { rolloverHour: '01:00' as ClockTime }, test.actor);
    const later = await asked.who.ask({
      ...{
        department: department.code,
        at: '2026-04-09T01:30',
        hospital: null,
        study: 'Ashby CT Body',
        versionId: null,
      },
    });
    expect(later.answers[0]?.because.scheduleDate).toBe('2026-04-09');
    await test.departments.set(department.code, { timeZone: 'Europe/London' }, test.actor);
    expect(
      (
        await asked.who.ask({
          ...later,
          department: department.code,
          at: '2026-04-09T06:30',
          hospital: null,
          study: null,
          versionId: null,
        })
      ).department.timeZone,
    ).toBe('Europe/London');
  });

  it('is not of a transaction that is still under way, and is once it has ended, however early it began', async () => {
    await begin();
    const grantham = await personOf('grantham@ashby.test');
    await inTransaction(test.database.db, async (trx) => {
      await runSql(trx, 'select now()');
      // Meanwhile another change begins, and ends first.
      await assign({ date: '2026-04-10' });
      expect(await who()).toBe('Nora Grantham 5550101');
      await updatePerson(trx, { ...grantham, pager: '5557777' });
      expect(await who()).toBe('Nora Grantham 5550101');
    });
    expect(await who()).toBe('Nora Grantham 5557777');
    await test.people.update(grantham.id, { pager: '5550101' }, test.actor);
  });

  it('stays while only STAGING versions change', async () => {
    await begin();
    const staged = await test.stage(department);
    const before = asked.queries.count();
    await assign({ versionId: staged });
    expect(await who()).toBe('Nora Grantham 5550101');
    expect(asked.queries.count() - before).toBe(1);
  });
});

describe('what is kept', () => {
  it('is bounded: what was not asked for longest goes', async () => {
    await begin();
    const fresh = { ...wire(TEST_CONFIG, test.database, () => test.clock.now) };
    await who(NIGHT, 'Ashby CT Body', fresh);
    const before = asked.queries.count();
    const start = Date.UTC(2030, 0, 1);
    for (let week = 0; week < 130; week++) {
      const at = new Date(start + week * 7 * 24 * 60 * 60_000).toISOString().slice(0, 16);
      await expect(who(at)).rejects.toMatchObject({ code: 'NO_SCHEDULE' });
    }
    // One query for the revision, and one for the periods of each week, of which there are none.
    expect(asked.queries.count() - before).toBe(2 * 130);
    await who();
    expect(asked.queries.count() - before).toBeGreaterThan(2 * 130 + 1);
  });

  it('is the same for many who ask at once', async () => {
    await begin();
    const counted = test.counted();
    const ask = () => who(NIGHT, 'Ashby CT Body', counted);
    expect(new Set(await Promise.all(Array.from({ length: 20 }, ask)))).toEqual(
      new Set(['Nora Grantham 5550101']),
    );
    // Each asks for the department and the revision; the week is loaded once.
    expect(counted.queries.count()).toBeLessThanOrEqual(20 * 3 + 4);
  });
});
