import type { HospitalId, UserId } from './ids.ts';

export const FEED_KINDS = ['PERSON_FEED', 'POSITION_FEED', 'HOSPITAL_FEED'] as const;
export type FeedKind = (typeof FEED_KINDS)[number];
export const SHARED_SECRET_KINDS = [...FEED_KINDS, 'WALL'] as const;
export type SharedSecretKind = (typeof SHARED_SECRET_KINDS)[number];

/** An address that answers without a session: a calendar feed or a wall display. Its secret itself is nowhere kept. */
export interface SharedSecret {
  id: string;
  /** The department whose schedule it shows. */
  hospitalId: HospitalId;
  kind: SharedSecretKind;
  /** Person id, shift type, or hospital id; empty for a wall. */
  target: string;
  createdAt: string;
  createdBy: UserId;
  lastUsedAt: string | null;
}
