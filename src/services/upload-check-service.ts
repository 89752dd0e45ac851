import type { Accounting } from '#src/domain/accounting.ts';
import type { Department } from '#src/domain/department.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { RosterEntryId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { RosterReading } from '#src/domain/roster.ts';
import type { ValidationMessage } from '#src/domain/validation.ts';
import { readMatrix } from '#src/intake/matrix/read-matrix.ts';
import type { BuiltReading } from '#src/intake/matrix/reading-options.ts';
import { buildRoster } from '#src/intake/roster/build-roster.ts';
import { newId } from '#src/outside/new-id.ts';
import type { Db } from '#src/repositories/database.ts';
import { listDepartmentMembers } from '#src/repositories/department-members.ts';
import { listAllHospitals } from '#src/repositories/hospitals.ts';
import { listAllPersons } from '#src/repositories/persons.ts';
import { looksLikeRoster } from '#src/sources/amion/looks-like-roster.ts';
import { checkMatrix, checkRoster } from './check-service.ts';
import type { ReadingTurns } from './reading-turns.ts';
import type { GivenFile, ServiceContext } from './service-context.ts';

export interface UploadCheck {
  files: readonly GivenFile[];
  /** How to read a workbook, where its content does not say. */
  layout: 'matrix' | 'list' | null;
  /** Whose hospitals, people and mapping names are judged by; null: by nobody's, as on the command line. */
  department: Department | null;
}

/** What files say, and what is wrong with them. */
export type CheckedUpload =
  | { kind: 'workbook'; file: string; reading: BuiltReading }
  | { kind: 'roster'; files: string[]; reading: RosterReading; judged: JudgedRoster | null };

/** The same rows, as an import into a schedule with every shift would take them. */
export interface JudgedRoster {
  accounting: Accounting;
  messages: ValidationMessage[];
}

export interface UploadCheckService {
  /**
   * Reads a matrix or list, or the reports and pages of a roster, told by their content, and stores nothing. At most two
   * queries, none without a department. BAD_REQUEST for several workbooks, both kinds at once, or reports of more than 8 MB.
   */
  check(upload: UploadCheck): Promise<CheckedUpload>;
}

/** A year of reports has two; they are read at once, while others wait. */
const MOST_ROSTER_BYTES = 8 * 1024 * 1024;

export function uploadCheckService(
  { database: { db }, limits }: ServiceContext,
  inTurn: ReadingTurns,
): UploadCheckService {
  return {
    async check({ files, layout, department }) {
      const rosters = layout ? [] : files.filter(({ bytes }) => looksLikeRoster(bytes));
      const [file, another] = files.filter((each) => !rosters.includes(each));
      if (file && (another || rosters.length > 0)) {
        throw new CodedError('BAD_REQUEST', 'Check one workbook at a time, or the reports of a roster.');
      }
      if (file) {
        const hospitals = department && (await listAllHospitals(db));
        const reading = await inTurn(() =>
          hospitals && department
            ? readMatrix(file, {
                ...{ hospitals, rollover: department.rolloverHour, limits },
                ...(layout && { layout }),
              })
            : checkMatrix({ file, layout, hospitals: null, limits }),
        );
        return { kind: 'workbook', file: file.name, reading };
      }
      if (rosters.reduce((sum, { bytes }) => sum + bytes.length, 0) > MOST_ROSTER_BYTES) {
        throw new CodedError(
          'BAD_REQUEST',
          'These reports are larger than 8 MB together. Check fewer at once.',
        );
      }
      const reading = checkRoster(rosters);
      const judged = department && (await judge(db, reading, department));
      return { kind: 'roster', files: rosters.map(({ name }) => name), reading, judged };
    },
  };
}

/** Which shifts there are only the version says that it will be imported into. */
async function judge(db: Db, reading: RosterReading, department: Department): Promise<JudgedRoster> {
  const { accounting, messages } = buildRoster(reading, {
    ...{ from: '0001-01-01' as LocalDate, to: '9999-12-31' as LocalDate, hasInstance: () => true },
    ...{ mapping: department.mapping, rolloverHour: department.rolloverHour },
    people: await listAllPersons(db),
    members: new Set(await listDepartmentMembers(db, department.id)),
    allowPartial: false,
    newEntryId: () => newId<RosterEntryId>(),
  });
  return { accounting, messages };
}
