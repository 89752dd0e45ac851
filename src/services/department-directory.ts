import type { Department } from '#src/domain/department.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { HospitalId } from '#src/domain/ids.ts';
import type { Db } from '#src/repositories/database.ts';
import { findDepartmentByCode } from '#src/repositories/department-settings.ts';
import type { HospitalIds } from '#src/repositories/hospital-ids.ts';
import { listAllHospitals } from '#src/repositories/hospitals.ts';

/** The department of a code, or BAD_REQUEST that names those there are. */
export async function requireDepartment(db: Db, code: string): Promise<Department> {
  const department = await findDepartmentByCode(db, code);
  if (department) return department;
  const known = (await listAllHospitals(db)).map((hospital) => hospital.code);
  const says = known.length > 0 ? `Known are ${known.join(', ')}.` : 'Import the hospitals first.';
  throw new CodedError('BAD_REQUEST', `There is no department "${code}". ${says}`, { department: code });
}

/** Every hospital's id by its code, and by these other spellings of codes. */
export async function hospitalIds(db: Db, spellings: readonly string[] = []): Promise<HospitalIds> {
  const hospitals = await listAllHospitals(db);
  const byKey = new Map(hospitals.map(({ code, id }) => [code.toLowerCase(), id]));
  const others = spellings.flatMap((spelling): [string, HospitalId][] => {
    const id = byKey.get(spelling.toLowerCase());
    return id ? [[spelling, id]] : [];
  });
  return new Map<string, HospitalId>([...others, ...hospitals.map(({ code, id }) => [code, id] as const)]);
}
