import { startAmionServer } from '#src/example/amion-server.ts';
import { EXAMPLE_DEPARTMENT } from '#src/example/hospitals.ts';
import { laterRoster } from '#src/example/later-roster.ts';
import { exampleRoster } from '#src/example/roster.ts';
import type { Services } from '#src/services/services.ts';
import type { Config } from './config.ts';
import type { Closable } from './open-things.ts';

export const EXAMPLE_LOGIN = 'example-group';
const ADMINISTRATOR = 'administrator@harbor.example';
const LINK_MINUTES = 15;

export interface FoundExample {
  /** Its administrator may sign in: as long as nobody has disabled that user. */
  isThere: boolean;
  /** No other department has a schedule in force. */
  isAlone: boolean;
}

export async function findExample({ versions, users }: Services): Promise<FoundExample> {
  const inForce = await versions.listVersions(null, 'PRODUCTION');
  const isAlone = inForce.every(({ department }) => department === EXAMPLE_DEPARTMENT.code);
  const administrator = (await users.list()).find(({ email }) => email === ADMINISTRATOR);
  return { isThere: administrator?.active ?? (isAlone && inForce.length > 0), isAlone };
}

/** Path of a link that signs the example's administrator in: once, soon, and on this machine only. */
export async function makeExampleLink({ users, signIn }: Services): Promise<string> {
  const known = (await users.list()).find(({ email }) => email === ADMINISTRATOR);
  const { id } =
    known ??
    (await users.add(
      { email: ADMINISTRATOR, role: 'ADMIN', department: null, password: null },
      await users.commandLineActor('example'),
    ));
  return `/api/session/links/${await signIn.makeLink(id, LINK_MINUTES, true)}`;
}

/** The example's Amion goes on while the example is served; its roster has changed since, so that there is drift. */
export async function serveExampleAmion(): Promise<Closable & { config: Partial<Config> }> {
  const amion = await startAmionServer({
    ...{ roster: laterRoster(exampleRoster()), asOf: easternStamp(new Date()), login: EXAMPLE_LOGIN },
  });
  return { config: { amionBaseUrl: amion.base, amionLogin: EXAMPLE_LOGIN }, close: () => amion.stop() };
}

/** `Nov 26 16:40 2026`, US Eastern, as Amion stamps its reports. */
function easternStamp(now: Date): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone: 'America/New_York', hourCycle: 'h23' },
    ...{ month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', year: 'numeric' },
  }).formatToParts(now);
  const part = (type: string): string => parts.find((found) => found.type === type)?.value ?? '';
  return `${part('month')} ${part('day')} ${part('hour')}:${part('minute')} ${part('year')}`;
}
