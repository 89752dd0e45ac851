import { z } from 'zod';
import type { RosterEntryId, VersionId } from '#src/domain/ids.ts';
import {
  assignmentSourceWord,
  categoryWord,
  scenarioWord,
  shiftTypeWord,
  versionStatusWord,
} from './answer-words.ts';
import { dateField, idField, reasonField, timeField } from './request-fields.ts';
import { dateAnswer, instantAnswer, readerChangesSchema } from './response-parts.ts';

const shift = { date: dateField, shiftType: shiftTypeWord };
export const orderSchema = z
  .strictObject({
    kind: z.enum(['assign', 'unassign', 'swap']),
    ...shift,
    person: z.string().min(1).max(255).describe('email'),
    from: timeField.nullish().describe('a part of the hours only: its start'),
    to: timeField.nullish().describe('and its end'),
    inReturn: z
      .strictObject({ date: dateField.optional(), shiftType: shiftTypeWord })
      .nullish()
      .describe('swap: the shift given in return (default the one that the person holds on the date)'),
    reason: reasonField,
    replaces: z
      .array(idField<RosterEntryId>())
      .max(200)
      .nullish()
      .describe('ids that a dry run told as removed: 409 where others would be by now'),
    version: idField<VersionId>().nullish().describe('another version than the one in force'),
    dryRun: z.boolean().default(false).describe('only say what would happen'),
  })
  .meta({ id: 'ChangeOrder' });

export const takeBackSchema = z
  .strictObject({
    entry: idField<RosterEntryId>().describe('any roster entry that the change brought'),
    reason: reasonField,
    dryRun: z.boolean().default(false).describe('only say what would happen'),
  })
  .meta({ id: 'TakeBackOrder' });

const heldHours = {
  person: z.string().nullable().describe('null: nobody is on'),
  start: z.string().nullable(),
  end: z.string().nullable(),
};
const heldSchema = z.array(
  z
    .object({
      id: z.uuid().nullable().describe('of the roster entry; null: a dry run stores none'),
      date: z.string(),
      shiftType: shiftTypeWord,
      ...heldHours,
    })
    .meta({ id: 'HeldShift' }),
);

const recutsSchema = z
  .array(
    z
      .object({
        scheduleDate: dateAnswer,
        category: categoryWord,
        from: instantAnswer,
        to: instantAnswer,
        before: scenarioWord,
        after: scenarioWord,
      })
      .meta({ id: 'Recut' }),
  )
  .describe('hours in which the positions are cut otherwise than before');

export const changeSchema = z
  .object({
    version: z.uuid(),
    dryRun: z.boolean(),
    removed: heldSchema,
    added: heldSchema,
    changes: readerChangesSchema,
    recuts: recutsSchema,
    newlyUncovered: readerChangesSchema,
    newlyCovered: readerChangesSchema,
  })
  .meta({ id: 'Change' });

export const entrySchema = z
  .object({
    id: z.uuid(),
    version: z.uuid(),
    status: versionStatusWord,
    date: z.string(),
    shiftType: shiftTypeWord,
    person: z.object({ name: z.string(), email: z.string() }).nullable(),
    start: z.string().nullable(),
    end: z.string().nullable(),
    source: assignmentSourceWord,
    reason: z.string().nullable(),
    createdAt: z.string().describe('the same for everything that one change brought'),
    createdBy: z.string(),
    createdByName: z.string().nullable().describe('of the person with the email of the user, else the email'),
    replaced: z.array(z.object(heldHours)).describe('who held the shift until then'),
  })
  .meta({ id: 'HandMadeEntry' });
