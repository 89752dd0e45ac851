/** The roster's word for nobody: `---`. */
export function isNobody(name: string): boolean {
  return /^-{2,}$/.test(name);
}

/** A `*` at the end of a staff type means nothing; a blank one is none. */
export function plainStaffType(staffType: string): string | null {
  return staffType.replace(/[\s*]+$/, '') || null;
}

/**
 * Why a name on the roster is no person, or null for a person. `---` is not asked: it is a vacancy, whatever its staff
 * type.
 */
export function findAbsence(name: string, staffType: string | null): string | null {
  if (/^\W*open[\s_-]+shift\b/i.test(name)) return `"${name}" is an open shift, not a person`;
  if (/place[\s_-]*holder/i.test(name)) return `"${name}" is a placeholder, not a person`;
  if (staffType?.toLowerCase() === 'services') return `staff type Services is not a person`;
  return null;
}
