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

/** Whether the only schedules in force are those of the example. */
export async function isExampleInForce({ versions }: Services): Promise<boolean> {
  const inForce = await versions.listVersions(null, 'PRODUCTION');
  return inForce.length > 0 && inForce.every(({ department }) => department === EXAMPLE_DEPARTMENT.code);
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
