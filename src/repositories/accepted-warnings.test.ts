import { expect, it } from 'vitest';
import type { HospitalId } from '#src/domain/ids.ts';
import { newId } from '#src/outside/new-id.ts';
import { scheduler } from '#test/support/builders.ts';
import { openTestDatabase } from '#test/support/open-test-database.ts';
import { storedHospital } from '#test/support/stored.ts';
import { acceptWarnings, listAcceptedWarnings, withdrawWarnings } from './accepted-warnings.ts';

const { db } = await openTestDatabase();

const aWarning = (hospitalId: HospitalId, key: string, reason = 'Known since spring') => ({
  id: newId() as string,
  hospitalId,
  key,
  code: 'TWO_READERS',
  reason,
  acceptedBy: scheduler,
});
const department = async () => (await storedHospital(db)).id;

it('many warnings are accepted at once, and listed by key', async () => {
  const id = await department();
  expect(await acceptWarnings(db, [aWarning(id, 'b|"odd", {key}'), aWarning(id, 'a')])).toHaveLength(2);
  expect(await listAcceptedWarnings(db, id)).toMatchObject([
    { key: 'a', reason: 'Known since spring', acceptedBy: scheduler },
    { key: 'b|"odd", {key}' },
  ]);
});

it('a warning that is accepted already keeps its reason', async () => {
  const id = await department();
  await acceptWarnings(db, [aWarning(id, 'a')]);
  expect(await acceptWarnings(db, [aWarning(id, 'a', 'Another'), aWarning(id, 'b')])).toEqual(['b']);
  expect(await listAcceptedWarnings(db, id)).toMatchObject([{ reason: 'Known since spring' }, { key: 'b' }]);
});

it('a withdrawn warning is accepted no longer, and can be accepted anew', async () => {
  const id = await department();
  await acceptWarnings(db, [aWarning(id, 'a|"x"'), aWarning(id, 'b')]);
  expect(await withdrawWarnings(db, id, ['a|"x"', 'unknown'], scheduler)).toBe(1);
  expect(await withdrawWarnings(db, id, ['a|"x"'], scheduler)).toBe(0);
  expect((await listAcceptedWarnings(db, id)).map((each) => each.key)).toEqual(['b']);
  expect(await acceptWarnings(db, [aWarning(id, 'a|"x"', 'Again')])).toEqual(['a|"x"']);
});

it('departments accept each for itself', async () => {
  const [one, other] = [await department(), await department()];
  await acceptWarnings(db, [aWarning(one, 'a')]);
  expect(await listAcceptedWarnings(db, other)).toEqual([]);
  expect(await withdrawWarnings(db, other, ['a'], scheduler)).toBe(0);
  expect(await acceptWarnings(db, [aWarning(other, 'a')])).toEqual(['a']);
});

it('of two who accept the same at once, one does', async () => {
  const id = await department();
  const both = await Promise.all([
    acceptWarnings(db, [aWarning(id, 'a')]),
    acceptWarnings(db, [aWarning(id, 'a')]),
  ]);
  expect(both.flat()).toEqual(['a']);
});

it('no warnings are no query and no error', async () => {
  expect(await acceptWarnings(db, [])).toEqual([]);
});
