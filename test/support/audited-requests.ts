import type { Department } from '#src/domain/department.ts';
import { type Browser, PASSWORD } from './http.ts';
import { type form, type HttpWards, json } from './http-wards.ts';
import { matrixFile, PEOPLE, rosterFile, SHEETS, textFile, WEEK } from './small-schedule.ts';

/** What a request can name: a department of its own with one of everything that can be changed. */
export interface AuditScene {
  ward: Department;
  staging: string;
  production: string;
  /** An administrator, signed in. */
  browser: Browser;
  wards: HttpWards;
}

export interface AuditedRequest {
  method: string;
  url: string;
  body?: unknown;
  form?: Parameters<typeof form>[0];
}

type Request = (scene: AuditScene) => AuditedRequest | Promise<AuditedRequest>;

/** What nobody may find again, neither in the audit log nor anywhere else in the clear. */
export const SECRETS = {
  password: 'the ferry leaves at nine',
  amionLogin: 'the login of another ward',
};

const PASSWORD_FIELD = { password: SECRETS.password };

const post = (url: string, body?: unknown): AuditedRequest => ({ method: 'POST', url, body });
const patch = (url: string, body: unknown): AuditedRequest => ({ method: 'PATCH', url, body });
const remove = (url: string): AuditedRequest => ({ method: 'DELETE', url });
const upload = (url: string, parts: AuditedRequest['form']): AuditedRequest => ({
  ...{ method: 'POST', url },
  ...(parts && { form: parts }),
});
const department = ({ ward }: AuditScene, path = ''): string => `/api/departments/${ward.code}${path}`;
const version = (id: string, path = ''): string => `/api/versions/${id}${path}`;
const own = ({ code }: Department): { department: string } => ({ department: code });

async function made(browser: Browser, url: string, body: unknown, of: string): Promise<string> {
  const answer = json<Record<string, { id: string }>>(await browser.call('POST', url, body), 201);
  return answer[of]?.id ?? '';
}

async function userOf({ browser, ward }: AuditScene): Promise<string> {
  const body = { email: `one@${ward.code}.test`, role: 'VIEWER', department: ward.code };
  return await made(browser, '/api/users', body, 'user');
}

async function personOf({ wards, ward }: AuditScene): Promise<string> {
  const [person] = await wards.services.registry.listPeople(ward.id);
  return person?.id ?? '';
}

async function jobOf({ wards, ward }: AuditScene): Promise<string> {
  const { jobs, actor } = wards.services;
  return (await jobs.request('AMION_PULL', { department: ward.code, months: 1 }, actor)).id;
}

/** Operations that read what is sent, and store nothing; by their ids. */
export const STORING_NOTHING: Record<string, Request> = {
  createCheck: ({ ward }) => upload('/api/checks', { ...own(ward), file: [matrixFile()] }),
};

/** For each operation that changes something, by its id, a request that is granted. */
export const AUDITED_REQUESTS: Record<string, Request> = {
  signIn: () => post('/api/session', { email: 'root@ashby.test', password: PASSWORD }),
  signOut: () => remove('/api/session?everywhere=true'),
  createToken: () => post('/api/tokens', { name: 'a program', scopes: ['ask'] }),
  revokeToken: async ({ browser }) =>
    remove(`/api/tokens/${await made(browser, '/api/tokens', { name: 'x', scopes: ['ask'] }, 'token')}`),

  addUser: ({ ward }) =>
    post('/api/users', { email: `new@${ward.code}.test`, role: 'USER', ...own(ward), ...PASSWORD_FIELD }),
  updateUser: async (scene) => patch(`/api/users/${await userOf(scene)}`, { role: 'SCHEDULER' }),
  disableUser: async (scene) => remove(`/api/users/${await userOf(scene)}`),
  setUserPassword: async (scene) => ({
    ...{ method: 'PUT', url: `/api/users/${await userOf(scene)}/password`, body: PASSWORD_FIELD },
  }),

  createVersion: ({ ward }) => post('/api/versions', { ...own(ward), ...WEEK }),
  removeVersion: ({ staging }) => remove(version(staging)),
  promoteVersion: ({ staging }) => post(version(staging, '/promote'), { overrideReason: 'as planned' }),
  archiveVersion: ({ production }) => post(version(production, '/archive')),
  copyVersion: ({ production }) => post(version(production, '/copy')),
  calculateCoverage: ({ production }) => post(version(production, '/coverage')),

  acceptWarnings: (scene) =>
    post(department(scene, '/accepted-warnings'), { key: 'UNPARSED_SHEET|Old', reason: 'known' }),
  withdrawWarning: async (scene) => {
    const url = department(scene, '/accepted-warnings');
    const key = 'UNPARSED_SHEET|Notes';
    json(await scene.browser.call('POST', url, { key, reason: 'known' }));
    return remove(`${url}?key=${encodeURIComponent(key)}`);
  },
  changeByHand: (scene) =>
    post(department(scene, '/changes'), {
      ...{ kind: 'assign', date: WEEK.from, shiftType: 'ON1', person: 'hollis@ashby.test', reason: 'ill' },
    }),

  takeBackChange: async (scene) => {
    const url = department(scene, '/changes');
    const order = { kind: 'assign', date: WEEK.from, shiftType: 'ON1', person: 'hollis@ashby.test' };
    json(await scene.browser.call('POST', url, { ...order, reason: 'ill' }));
    const { changes } = json<{ changes: { id: string }[] }>(await scene.browser.call('GET', url));
    return post(`${url}/take-back`, { entry: changes[0]?.id, reason: 'well again' });
  },

  importMatrix: ({ ward }) =>
    upload('/api/imports/matrix', { ...own(ward), ...WEEK, file: matrixFile([SHEETS.NIGHT], ward.code) }),
  importAmion: ({ ward, staging }) =>
    upload('/api/imports/amion', { ...own(ward), version: staging, file: [rosterFile([`x ${ward.code}`])] }),
  importWorkflow: ({ ward }) =>
    upload('/api/imports/workflow', {
      ...{ ...own(ward), ...WEEK, matrix: matrixFile([SHEETS.EVENING], ward.code) },
      people: PEOPLE,
    }),
  applyDrift: async (scene) => {
    const { drift, actor } = scene.wards.services;
    await drift.pull(scene.ward.code, 1, actor);
    return post(department(scene, '/drift/apply'));
  },
  retryJob: async (scene) => {
    const id = await jobOf(scene);
    json(await scene.browser.call('POST', `/api/jobs/${id}/cancel`));
    return post(`/api/jobs/${id}/retry`);
  },
  cancelJob: async (scene) => post(`/api/jobs/${await jobOf(scene)}/cancel`),

  createPerson: ({ ward }) =>
    post('/api/people', {
      ...{ ...own(ward), name: 'Ada Fenn', email: `fenn@${ward.code}.test`, specialty: 'BOTH' },
    }),
  updatePerson: async (scene) => patch(`/api/people/${await personOf(scene)}`, { pager: scene.ward.code }),
  disablePerson: async (scene) => remove(`/api/people/${await personOf(scene)}`),
  importPeople: ({ ward }) =>
    upload('/api/people/import', {
      ...own(ward),
      file: textFile('p.csv', ['name,email,specialty', `Ida Moss,moss@${ward.code}.test,both`]),
    }),

  createHospital: ({ ward }) => post('/api/hospitals', { code: `${ward.code} East`, name: 'East' }),
  updateHospital: ({ ward }) => patch(`/api/hospitals/${ward.code}`, { location: 'by the sea' }),
  disableHospital: async ({ wards }) =>
    remove(`/api/hospitals/${(await wards.services.openDepartment()).code}`),
  importHospitals: ({ ward }) =>
    upload('/api/hospitals/import', { file: textFile('h.csv', ['code', `${ward.code} North`]) }),
  createDepartment: async ({ wards }) =>
    post('/api/departments', { code: (await wards.services.openDepartment()).code }),
  updateDepartment: (scene) => patch(department(scene), { amionLogin: SECRETS.amionLogin }),
  disableDepartment: async ({ wards }) =>
    remove(`/api/departments/${(await wards.services.openDepartment()).code}`),
  setDepartmentFiles: (scene) =>
    upload(department(scene, '/files'), { holidays: textFile('holidays.txt', ['2026-07-03']) }),

  createFeed: ({ ward }) => post('/api/feeds', { ...own(ward), kind: 'position', of: 'ON1' }),
  revokeFeed: async ({ browser, ward }) =>
    remove(
      `/api/feeds/${await made(browser, '/api/feeds', { ...own(ward), kind: 'position', of: 'ON1' }, 'feed')}`,
    ),
  createWall: ({ ward }) => post('/api/walls', own(ward)),
  revokeWall: async ({ browser, ward }) =>
    remove(`/api/walls/${await made(browser, '/api/walls', own(ward), 'wall')}`),
};
