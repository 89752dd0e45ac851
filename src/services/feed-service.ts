import { CodedError } from '#src/domain/errors.ts';
import type { HospitalId, PersonId } from '#src/domain/ids.ts';
import type { FeedKind, SharedSecret } from '#src/domain/shared-secret.ts';
import { FEED_KINDS } from '#src/domain/shared-secret.ts';
import {
  EFFECTIVE_POSITIONS,
  type EffectivePosition,
  parsePosition,
  SHIFT_TYPES,
} from '#src/domain/shift-type.ts';
import type { Actor, User } from '#src/domain/user.ts';
import type { Db } from '#src/repositories/database.ts';
import { listDepartmentMembers, listDepartmentsOfPerson } from '#src/repositories/department-members.ts';
import { getDepartment } from '#src/repositories/department-settings.ts';
import { findHospitalByCode, getHospital } from '#src/repositories/hospitals.ts';
import type { Page, PageRequest } from '#src/repositories/page.ts';
import { findPersonByEmail, getPerson } from '#src/repositories/persons.ts';
import type { SharedSecretFilter } from '#src/repositories/shared-secrets.ts';
import { getUser } from '#src/repositories/users.ts';
import type { DutyInForce, DutyService } from './duty-service.ts';
import { inSequence } from './in-sequence.ts';
import type { ServiceContext } from './service-context.ts';
import { sharedSecrets } from './shared-secrets.ts';

export interface NewFeed {
  kind: FeedKind;
  departmentId: HospitalId;
  /** Email of a member, position (a shift type, or an effective one), or code of a hospital. */
  of: string;
}

/** A feed as its owner sees it: without its secret. */
export interface FeedView extends Omit<SharedSecret, 'kind'> {
  kind: FeedKind;
  department: string;
  /** Whom or what it is of, in words. */
  title: string;
}

/** What a feed says now. */
export interface FeedContent {
  kind: FeedKind;
  title: string;
  /** The effective position (R4) that it is of; null: it is of a shift type, or of something else. */
  effectivePosition: EffectivePosition | null;
  timeZone: string;
  /** The present instant: how old a roster is depends on it. */
  now: string;
  duties: DutyInForce[];
}

/** Calendar feeds under a secret address, one a person, position or hospital. */
export interface FeedService {
  /** The secret is shown this once. BAD_REQUEST for a person, position or hospital that the department does not know. */
  create(order: NewFeed, user: User, actor: Actor): Promise<{ feed: FeedView; secret: string }>;
  list(filter: Omit<SharedSecretFilter, 'kinds'>, page: PageRequest): Promise<Page<FeedView>>;
  get(id: string): Promise<FeedView>;
  revoke(id: string, actor: Actor): Promise<void>;
  /** Null where the secret opens nothing (any more). */
  read(secret: string): Promise<FeedContent | null>;
  /** Whether the person of that email is the user: everybody may have the feed of the own duties. */
  isOwn(order: Pick<NewFeed, 'kind' | 'of'>, user: User): boolean;
}

export function feedService(context: ServiceContext, duties: DutyService): FeedService {
  const { db } = context.database;
  const secrets = sharedSecrets(context, 'feed', FEED_KINDS);
  const view = async (secret: SharedSecret): Promise<FeedView> => {
    const { code } = await getDepartment(db, secret.hospitalId);
    return { ...secret, kind: secret.kind as FeedKind, department: code, title: await titleOf(db, secret) };
  };
  return {
    isOwn: ({ kind, of }, user) =>
      kind === 'PERSON_FEED' && of.trim().toLowerCase() === user.email.toLowerCase(),

    async create(order, user, actor) {
      const target = await targetOf(db, order, user);
      const made = await secrets.create({ ...order, target }, actor);
      return { feed: await view(made.shared), secret: made.secret };
    },

    async list(filter, page) {
      const found = await secrets.list(filter, page);
      return { ...found, items: await inSequence(found.items, view) };
    },

    get: async (id) => await view(await secrets.get(id)),
    revoke: (id, actor) => secrets.revoke(id, actor),

    async read(secret) {
      const shared = await secrets.open(secret);
      if (!shared) return null;
      const departments = await departmentsOf(db, shared);
      const all = (await inSequence(departments, (id) => duties.listStandingDuties(id))).flat();
      const { code, timeZone } = await getDepartment(db, shared.hospitalId);
      const hospital =
        shared.kind === 'HOSPITAL_FEED' ? await getHospital(db, shared.target as HospitalId) : null;
      const effectivePosition = effectiveOf(shared);
      const shown = all.filter(({ entry, hospitals, positions }) => {
        if (shared.kind === 'PERSON_FEED') return entry.personId === shared.target;
        if (hospital) return hospitals.includes(hospital.code);
        return effectivePosition ? positions.includes(effectivePosition) : entry.shiftType === shared.target;
      });
      return {
        kind: shared.kind as FeedKind,
        title: `${await titleOf(db, shared)} · ${code}`,
        effectivePosition,
        timeZone: hospital?.timeZone ?? timeZone,
        now: context.now(),
        duties: shown,
      };
    },
  };
}

const OF = { field: 'of' };

async function targetOf(db: Db, { kind, of, departmentId }: NewFeed, user: User): Promise<string> {
  if (kind === 'PERSON_FEED') {
    const person = await findPersonByEmail(db, of.trim());
    const own = of.trim().toLowerCase() === user.email.toLowerCase();
    const known = person && (own || (await listDepartmentMembers(db, departmentId)).includes(person.id));
    if (known) return person.id;
    throw new CodedError('BAD_REQUEST', `The department has no member with the email "${of}".`, OF);
  }
  if (kind === 'POSITION_FEED') {
    const position = parsePosition(of);
    if (position) return position;
    const known = [...SHIFT_TYPES, ...EFFECTIVE_POSITIONS].join(', ');
    throw new CodedError('BAD_REQUEST', `"${of}" is no position. There are ${known}.`, OF);
  }
  const hospital = await findHospitalByCode(db, of.trim());
  if (hospital) return hospital.id;
  throw new CodedError('BAD_REQUEST', `There is no hospital "${of}".`, OF);
}

async function titleOf(db: Db, { kind, target }: SharedSecret): Promise<string> {
  if (kind === 'PERSON_FEED') return (await getPerson(db, target as PersonId)).name;
  return kind === 'HOSPITAL_FEED' ? (await getHospital(db, target as HospitalId)).name : target;
}

const effectiveOf = ({ kind, target }: SharedSecret): EffectivePosition | null =>
  (kind === 'POSITION_FEED' && EFFECTIVE_POSITIONS.find((position) => position === target)) || null;

/** Who has made the feed of the own duties sees those of every department; a feed made for others shows one department. */
async function departmentsOf(db: Db, shared: SharedSecret): Promise<HospitalId[]> {
  if (shared.kind !== 'PERSON_FEED') return [shared.hospitalId];
  const person = await getPerson(db, shared.target as PersonId);
  const { email } = await getUser(db, shared.createdBy);
  if (email.toLowerCase() !== person.email.toLowerCase()) return [shared.hospitalId];
  return await listDepartmentsOfPerson(db, person.id);
}
