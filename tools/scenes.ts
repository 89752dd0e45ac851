import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRequestContext } from 'playwright-core';

/** What one picture shows. */
export interface Scene {
  name: string;
  path: string;
  /** Seen by the radiologist, not by the administrator. */
  isOwn?: boolean;
}

const DEPARTMENT = 'HARBOR';
/** A person of the example, as a user. */
export const RADIOLOGIST = { email: 'ambrose.greavesend@example.org', password: 'the kettle sings at dusk' };
const FILES = join(import.meta.dirname, '..', 'src', 'example', 'files');

interface Prepared {
  inForce: string;
  staging: string;
  job: string;
  wall: string;
}

/** Adds to the example what is worth a picture (a copy, an import that failed, a wall …), and answers every scene. */
export async function prepareScenes(request: APIRequestContext): Promise<Scene[]> {
  const { inForce, staging, job, wall } = await prepare(request);
  const night = '2026-12-13T02:30';
  return [
    { name: 'sign-in', path: '/sign-in' },
    { name: 'tonight', path: `/?at=${night}` },
    { name: 'tonight-why', path: `/?at=${night}&why=${encodeURIComponent('HARBOR|HARBOR CT Neuro')}` },
    { name: 'tonight-hole', path: '/?at=2026-11-25T02:30' },
    { name: 'wall', path: new URL(wall).pathname },
    { name: 'coverage', path: '/coverage?from=2026-12-07' },
    { name: 'coverage-year', path: '/coverage?zoom=year' },
    { name: 'roster', path: '/roster?from=2026-12-07' },
    { name: 'roster-change', path: `/roster?from=2026-12-07&date=2026-12-12&shift=ON2` },
    { name: 'mine', path: '/mine', isOwn: true },
    { name: 'import', path: '/import' },
    { name: 'import-report', path: `/import/${job}` },
    { name: 'versions', path: '/versions' },
    { name: 'version', path: `/versions/${staging}` },
    { name: 'compare', path: `/versions/${staging}/compare?against=${inForce}` },
    { name: 'drift', path: '/drift' },
    { name: 'people', path: '/people' },
    { name: 'hospitals', path: '/hospitals' },
    { name: 'feeds', path: '/feeds' },
    { name: 'settings', path: '/settings' },
    { name: 'jobs', path: '/jobs' },
    { name: 'users', path: '/users' },
    { name: 'tokens', path: '/tokens' },
    { name: 'audit', path: '/audit' },
  ];
}

async function prepare(request: APIRequestContext): Promise<Prepared> {
  const read = async <T>(path: string): Promise<T> => (await (await request.get(path)).json()) as T;
  const post = async <T>(path: string, data: object): Promise<T> => {
    const answer = await request.post(path, { data });
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const { versions } = await read<{ versions: { id: string }[] }>(`/api/versions?hospital=${DEPARTMENT}`);
  const inForce = versions[0]?.id ?? '';
  const copy = await post<{ version: { id: string } }>(`/api/versions/${inForce}/copy`, {});
  await post(`/api/departments/${DEPARTMENT}/changes`, {
    ...{ kind: 'unassign', date: '2026-12-12', shiftType: 'ON2', person: RADIOLOGIST.email },
    ...{ reason: 'Sick', version: copy.version.id },
  });
  const { url: wall } = await post<{ url: string }>('/api/walls', { department: DEPARTMENT });
  await post('/api/users', { ...RADIOLOGIST, role: 'USER', department: DEPARTMENT });
  await post('/api/feeds', { kind: 'person', of: RADIOLOGIST.email, department: DEPARTMENT });
  await post('/api/feeds', { kind: 'hospital', of: 'MERCY', department: DEPARTMENT });
  await post('/api/tokens', { name: 'paging system', scopes: ['ask'] });
  return { inForce, staging: copy.version.id, job: await importFaulty(request), wall };
}

/** The example's files again, with somebody on the roster whom nobody knows. */
async function importFaulty(request: APIRequestContext): Promise<string> {
  const file = async (name: string, mimeType: string) => ({
    ...{ name, mimeType, buffer: await readFile(join(FILES, name)) },
  });
  const roster = [
    'Assignments for 1-1-27     (as of Dec 12 19:06 2026 US ET)',
    '"Greavesend Jr, Ambrose",3107,17,"ON1",405,5,1-1-27,2200,0700',
    '"Crowhurts, Idris",9001,91,"ON2",406,6,1-1-27,2300,0800',
    '"Nobodyknows, Ada",9002,92,"MidC",402,2,1-1-27,1500,0000',
    '"Quistholm, Liv",3113,23,"Late reads",499,99,1-1-27,1500,0000',
  ].join('\r\n');
  const answer = await request.post('/api/imports/workflow', {
    multipart: {
      ...{ department: DEPARTMENT, from: '2027-01-01', to: '2027-01-31' },
      matrix: await file('coverage-matrix.ods', 'application/vnd.oasis.opendocument.spreadsheet'),
      amion: { name: 'amion-january.csv', mimeType: 'text/csv', buffer: Buffer.from(roster) },
    },
  });
  if (!answer.ok()) throw new Error(`/api/imports/workflow: ${await answer.text()}`);
  const { job } = (await answer.json()) as { job: { id: string } };
  for (let tries = 0; tries < 120; tries++) {
    const shown = (await (await request.get(`/api/jobs/${job.id}`)).json()) as { job: { status: string } };
    if (['COMPLETE', 'FAILED'].includes(shown.job.status)) return job.id;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('The faulty import did not end.');
}
