import { z } from 'zod';

/** Everything found, each with its place and the stable key to accept it by. */
export const validationSchema = z.object({
  canImport: z.boolean(),
  canPromote: z.boolean(),
  messages: z.array(
    z.object({
      severity: z.enum(['ERROR', 'WARNING', 'INFO']),
      code: z.string(),
      text: z.string(),
      context: z.looseObject({ key: z.string() }),
    }),
  ),
});
export const messagesSchema = validationSchema.shape.messages;

export const spanSchema = z.object({ from: z.string(), to: z.string() });

/** Asks for the part of a list after this one; null: this was the last. */
export const nextCursor = z.string().nullable();

export const versionSchema = z.object({
  id: z.uuid(),
  status: z.enum(['STAGING', 'PRODUCTION', 'ARCHIVED']),
  department: z.string(),
  from: z.string(),
  to: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
});

const readerState = z.object({ name: z.string().nullable(), cause: z.string().nullable() });

/** A study that changes reader, loses or gains one. */
export const readerChangesSchema = z.array(
  z.object({
    scheduleDate: z.string(),
    hospital: z.string(),
    study: z.string(),
    label: z.string(),
    from: z.string(),
    to: z.string(),
    before: readerState,
    after: readerState,
    kind: z.enum(['changed', 'uncovered', 'covered', 'cause']),
  }),
);

/** Who held a shift before and who holds it after. */
export const rosterDifferencesSchema = z.array(
  z.object({
    date: z.string(),
    shiftType: z.string(),
    kind: z.enum(['new', 'gone', 'swapped', 'hours', 'unknown']),
    before: z.array(z.string()),
    after: z.array(z.string()),
  }),
);

export const auditedChangeSchema = z.object({
  id: z.string(),
  at: z.string(),
  userId: z.string(),
  userEmail: z.string().nullable(),
  action: z.string(),
  resource: z.string(),
  hospitalId: z.string().nullable(),
  ipAddress: z.string().nullable(),
  oldValues: z.unknown(),
  newValues: z.unknown(),
});

export const registryImportSchema = z.object({
  added: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  validation: validationSchema,
});
