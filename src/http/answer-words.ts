import { z } from 'zod';
import { ASSIGNMENT_SOURCES } from '#src/domain/coverage-facts.ts';
import { VERSION_STATUSES } from '#src/domain/schedule-version.ts';
import { CATEGORIES, EFFECTIVE_POSITIONS, SHIFT_TYPES } from '#src/domain/shift-type.ts';
import { SPECIALTIES, STUDY_TYPES } from '#src/domain/specialty.ts';
import { ROLES } from '#src/domain/user.ts';

/** Words that answers use, each under its name of the glossary in the document and in clients made from it. */
export const shiftTypeWord = z.enum(SHIFT_TYPES).meta({ id: 'ShiftType' });
export const positionWord = z.enum([...SHIFT_TYPES, ...EFFECTIVE_POSITIONS]).meta({ id: 'Position' });
export const categoryWord = z.enum(CATEGORIES).meta({ id: 'Category' });
export const dayTypeWord = z.enum(['WEEKDAY', 'WEEKEND']).meta({ id: 'DayType' });
export const scenarioWord = z.enum(['NEURO', 'BODY']).meta({ id: 'Scenario' });
export const studyTypeWord = z.enum(STUDY_TYPES).meta({ id: 'StudyType' });
export const specialtyWord = z.enum(SPECIALTIES).meta({ id: 'Specialty' });
export const roleWord = z.enum(ROLES).meta({ id: 'Role' });
export const versionStatusWord = z.enum(VERSION_STATUSES).meta({ id: 'VersionStatus' });
export const assignmentSourceWord = z.enum(ASSIGNMENT_SOURCES).meta({ id: 'AssignmentSource' });
const HOLE_CAUSES = ['NO_RULE', 'POSITION_EMPTY', 'SPECIALTY_MISMATCH'] as const;
export const holeCauseWord = z
  .enum(HOLE_CAUSES)
  .meta({ id: 'HoleCause', description: 'Why nobody reads a study that a window lists' });
export const causeWord = z
  .enum([...HOLE_CAUSES, 'NOT_LISTED', 'NO_WINDOW'])
  .meta({ id: 'Cause', description: 'Why nobody reads it' });
