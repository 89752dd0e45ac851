import type { FeedView } from '#src/services/feed-service.ts';
import type { Services } from '#src/services/services.ts';
import type { WallView } from '#src/services/wall-service.ts';

const WORDS = { PERSON_FEED: 'person', POSITION_FEED: 'position', HOSPITAL_FEED: 'hospital' } as const;

/** What a feed is of, in the words of every door, and as it is kept. */
export const FEED_WORDS = {
  person: 'PERSON_FEED',
  position: 'POSITION_FEED',
  hospital: 'HOSPITAL_FEED',
} as const;
export type FeedWord = keyof typeof FEED_WORDS;

type Emails = Pick<Services, 'users'>;

/** With the emails of those who made them. */
export async function presentFeeds({ users }: Emails, found: readonly FeedView[]) {
  const emails = await users.emailsOf(found.map(({ createdBy }) => createdBy));
  return found.map(({ id, kind, title, department, createdAt, createdBy, lastUsedAt }) => ({
    ...{ id, kind: WORDS[kind], title, department, createdAt, createdBy, lastUsedAt },
    createdByEmail: emails.get(createdBy) ?? null,
  }));
}

export async function presentFeed(services: Emails, feed: FeedView) {
  const [presented] = await presentFeeds(services, [feed]);
  if (!presented) throw new Error('A feed was lost on the way out');
  return presented;
}

/** With the emails of those who made them. */
export async function presentWalls({ users }: Emails, found: readonly WallView[]) {
  const emails = await users.emailsOf(found.map(({ createdBy }) => createdBy));
  return found.map(({ id, department, createdAt, createdBy, lastUsedAt }) => ({
    ...{ id, department, createdAt, createdBy, lastUsedAt },
    createdByEmail: emails.get(createdBy) ?? null,
  }));
}

export async function presentWall(services: Emails, wall: WallView) {
  const [presented] = await presentWalls(services, [wall]);
  if (!presented) throw new Error('A wall was lost on the way out');
  return presented;
}
