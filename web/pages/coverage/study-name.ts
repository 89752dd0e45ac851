/** A label without the hospital that stands beside or above it. */
export const nameAt = (hospital: string, label: string): string =>
  label.toLowerCase().startsWith(`${hospital.toLowerCase()} `) ? label.slice(hospital.length + 1) : label;
