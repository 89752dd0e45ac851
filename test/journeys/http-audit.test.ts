import { describe, expect, it } from 'vitest';
import { openTestHttp } from '#test/support/http.ts';
import { runSql } from '#test/support/open-test-database.ts';

const http = await openTestHttp();
const { services, server } = http;
const ward = await services.openDepartment();
await http.addUser('root@ashby.test', 'ADMIN');
const root = await http.browse('root@ashby.test');
const chief = await http.addUser('chief@ashby.test', 'SCHEDULER', ward.code);
await http.browse('chief@ashby.test');

describe('the audit log', () => {
  it('is narrowed by who, what, where and when', async () => {
    const ask = async (query: string): Promise<{ action: string; userEmail: string | null; at: string }[]> =>
      (await root.call('GET', `/api/audit?${query}`)).json().entries;
    for (const { userEmail } of await ask('user=chief@ashby.test'))
      expect(userEmail).toBe('chief@ashby.test');
    for (const { action } of await ask('action=SIGNED_IN')) expect(action).toBe('SIGNED_IN');
    const [added] = await ask(`resource=user:${chief.id}&action=USER_ADDED`);
    expect(added).toMatchObject({
      ...{ newValues: { email: 'chief@ashby.test' }, hospitalId: ward.id, department: ward.code },
    });
    expect((await ask(`department=${ward.code}`)).length).toBeGreaterThan(0);
    const at = encodeURIComponent(added?.at ?? '');
    expect((await ask(`before=${at}`)).every((entry) => entry.at < (added?.at ?? ''))).toBe(true);
    expect((await ask(`since=${at}`)).every((entry) => entry.at >= (added?.at ?? ''))).toBe(true);
    expect(await ask('user=nobody@ashby.test')).toEqual([]);
    expect(await ask('department=Mars')).toEqual([]);
    for (const since of ['yesterday', '0000-01-01T00:00:00Z', '2026-02-30T00:00:00Z'])
      expect((await root.call('GET', `/api/audit?since=${since}`)).statusCode, since).toBe(400);
    const far = await root.call('GET', '/api/audit?since=2026-04-30T10:00:00%2B16:00');
    expect(far.statusCode).toBe(200);
  });

  it.each([
    ['by its address', '/api/audit?format=csv', {}],
    ['by what is accepted', '/api/audit', { headers: { accept: 'text/csv' } }],
  ])('leaves as CSV, whole, asked for %s; that is audited itself', async (_, url, over) => {
    for (let index = 0; index < 205; index++)
      await services.signIn.signOutEverywhere(
        { user: chief, scopes: null, sessionId: null, revision: null },
        { ipAddress: null, userAgent: null, browser: null },
      );
    const answer = await root.call('GET', url, undefined, over);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="audit.csv"',
    });
    const lines = answer.body.trimEnd().split('\r\n');
    const [{ count }] = (await runSql(services.database.db, 'select count(*) from audit_logs')) as [
      { count: string },
    ];
    expect(lines).toHaveLength(Number(count) + 1);
    expect(lines[0]).toBe(
      'at,user_email,user_id,action,resource,hospital_id,ip_address,old_values,new_values',
    );
    expect(lines[1]).toContain('root@ashby.test');
    expect(lines[1]).toContain('AUDIT_EXPORTED');
    expect(answer.body).not.toMatch(/argon2|schedcu_[\w-]{43}/);
  });

  it('is JSON for whoever would rather have that', async () => {
    const headers = { accept: 'application/json, text/csv;q=0.5' };
    const answer = await root.call('GET', '/api/audit?limit=1', undefined, { headers });
    expect(answer.json().entries).toHaveLength(1);
  });

  it('cannot be changed, not even at the database', async () => {
    for (const statement of [
      "update audit_logs set action = 'X'",
      'delete from audit_logs',
      'truncate audit_logs',
    ]) {
      await expect(runSql(services.database.db, statement)).rejects.toThrow('append-only');
    }
  });

  it('is for administrators', async () => {
    const again = await http.browse('chief@ashby.test');
    expect((await again.call('GET', '/api/audit')).statusCode).toBe(403);
    expect((await server.inject({ url: '/api/audit' })).statusCode).toBe(401);
  });
});
