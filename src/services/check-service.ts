import type { RosterReading } from '#src/domain/roster.ts';
import { readMatrix } from '#src/intake/matrix/read-matrix.ts';
import type { BuiltReading } from '#src/intake/matrix/reading-options.ts';
import { buildHospitals, HOSPITAL_COLUMNS } from '#src/intake/registry/build-hospitals.ts';
import { readRoster } from '#src/sources/amion/read-roster.ts';
import type { WorkbookLimits } from '#src/sources/matrix/workbook-limits.ts';
import { readTable } from '#src/sources/table/read-table.ts';
import type { GivenFile } from './service-context.ts';

export interface MatrixCheck {
  file: GivenFile;
  layout: 'matrix' | 'list' | null;
  /** The known hospitals as a CSV file; null: the first word of a label is its hospital. */
  hospitals: GivenFile | null;
  limits: WorkbookLimits;
}

/** Everything that a matrix or flat list says and what is wrong with it. Needs no database. */
export async function checkMatrix({ file, layout, hospitals, limits }: MatrixCheck): Promise<BuiltReading> {
  const known = hospitals && buildHospitals(readTable(hospitals.name, hospitals.bytes, HOSPITAL_COLUMNS));
  const named = known?.hospitals.map(({ code, name = code }) => ({ code, name }));
  const options = { hospitals: named ?? null, limits, ...(layout && { layout }) };
  const reading = await readMatrix(file, options);
  return { ...reading, messages: [...(known?.messages ?? []), ...reading.messages] };
}

/** The same for saved Amion reports and pages. */
export function checkRoster(files: readonly GivenFile[]): RosterReading {
  return readRoster([...files]);
}
