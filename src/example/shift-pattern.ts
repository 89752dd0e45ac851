import type { ShiftType } from '#src/domain/shift-type.ts';

export interface ShiftPattern {
  /** Name and ids of the assignment on the roster. */
  name: string;
  uniqueId: string;
  backupId: string;
  /** Usual hours, `HHMM`. */
  start: string;
  end: string;
}

/**
 * The shifts as the roster knows them. ON1 leaves at 07:00 although the matrix has it read until 08:00: the hour that
 * the department's two documents have never agreed on.
 */
export const SHIFT_PATTERNS: Record<ShiftType, ShiftPattern> = {
  DAY: { name: 'Day', uniqueId: '401', backupId: '1', start: '0800', end: '1700' },
  MidC: { name: 'MidC', uniqueId: '402', backupId: '2', start: '1500', end: '0000' },
  MidL: { name: 'MidL', uniqueId: '403', backupId: '3', start: '1600', end: '0000' },
  Mid3: { name: 'Mid3', uniqueId: '404', backupId: '4', start: '1700', end: '0100' },
  ON1: { name: 'ON1', uniqueId: '405', backupId: '5', start: '2200', end: '0700' },
  ON2: { name: 'ON2', uniqueId: '406', backupId: '6', start: '2300', end: '0800' },
};

/** From December on the roster calls ON2 by another name; only the department's mapping keeps it a shift. */
export const RENAMED = { shiftType: 'ON2', from: '2026-12-01', name: 'Overnight 2' } as const;

/** Assignments of the roster that are no shifts; the mapping lists each as ignored. */
export const OTHER_ASSIGNMENTS = {
  vacation: { name: 'Vacation', uniqueId: '450', backupId: '50' },
  conference: { name: 'Conf, am', uniqueId: '460', backupId: '60' },
  moonlight: { name: 'Moonlight', uniqueId: '470', backupId: '70' },
} as const;
