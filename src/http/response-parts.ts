import { z } from 'zod';
import { causeWord, shiftTypeWord, specialtyWord, versionStatusWord } from './answer-words.ts';

/** Everything found, each with its place and the stable key to accept it by. */
const messageSchema = z
  .object({
    severity: z.enum(['ERROR', 'WARNING', 'INFO']).meta({ id: 'Severity' }),
    code: z.string(),
    text: z.string().describe('What is wrong and what to do'),
    context: z
      .looseObject({ key: z.string() })
      .describe('The place, the values, and the key to accept it by'),
  })
  .meta({ id: 'ValidationMessage' });
export const messagesSchema = z.array(messageSchema);
export const validationSchema = z
  .object({ canImport: z.boolean(), canPromote: z.boolean(), messages: messagesSchema })
  .meta({ id: 'Validation' });

/** A schedule date or date of the calendar. */
export const dateAnswer = z.string().describe('`2026-04-18`');
/** An instant. */
export const instantAnswer = z.string().describe('with the offset of the zone: `2026-04-18T01:00:00-04:00`');

export const spanSchema = z
  .object({ from: z.string(), to: z.string() })
  .meta({ id: 'DateSpan', description: 'Schedule dates, both included' });

/** Asks for the part of a list after this one; null: this was the last. */
export const nextCursor = z.string().nullable();

export const versionSchema = z
  .object({
    id: z.uuid(),
    status: versionStatusWord,
    department: z.string(),
    from: z.string(),
    to: z.string(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'Version' });

export const readerState = z
  .object({ name: z.string().nullable(), cause: causeWord.nullable() })
  .meta({ id: 'ReaderState', description: 'Both null: the study is not listed then' });

/** A study that changes reader, loses or gains one. */
export const readerChangesSchema = z.array(
  z
    .object({
      scheduleDate: z.string(),
      hospital: z.string(),
      study: z.string(),
      label: z.string(),
      from: z.string(),
      to: z.string(),
      before: readerState,
      after: readerState,
      kind: z.enum(['changed', 'uncovered', 'covered', 'cause']),
    })
    .meta({ id: 'ReaderChange' }),
);

/** Who held a shift before and who holds it after. */
export const rosterDifferencesSchema = z.array(
  z
    .object({
      date: z.string(),
      shiftType: shiftTypeWord,
      kind: z.enum(['new', 'gone', 'swapped', 'hours', 'unknown']),
      before: z.array(z.string()),
      after: z.array(z.string()),
    })
    .meta({ id: 'RosterDifference' }),
);

export const auditedChangeSchema = z
  .object({
    id: z.string(),
    at: z.string(),
    userId: z.string(),
    userEmail: z.string().nullable(),
    action: z.string(),
    resource: z.string(),
    hospitalId: z.string().nullable(),
    department: z.string().nullable().describe('code of that hospital or department'),
    ipAddress: z.string().nullable(),
    oldValues: z.unknown(),
    newValues: z.unknown(),
  })
  .meta({ id: 'AuditEntry' });

/** How the units of a source were dealt with (R11). */
export const accountingSchema = z
  .object({ read: z.int(), accepted: z.int(), rejected: z.int(), ignored: z.int(), stored: z.int() })
  .meta({ id: 'Accounting', description: 'read = accepted + rejected + ignored; stored is accepted, or 0' });

/** Somebody who is, or may be, on a roster. */
export const rosterPersonSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    specialty: specialtyWord,
    phone: z.string().nullable(),
    pager: z.string().nullable(),
  })
  .meta({ id: 'RosterPerson' });

/** How somebody is reached. */
export const reachableSchema = z
  .object({
    name: z.string(),
    email: z.string(),
    phone: z.string().nullable(),
    pager: z.string().nullable(),
  })
  .meta({ id: 'Reader' });

export const registryImportSchema = z
  .object({ added: z.int(), updated: z.int(), unchanged: z.int(), validation: validationSchema })
  .meta({ id: 'RegistryImport' });
