import type { RosterReading, RosterReport } from '#src/domain/roster.ts';

/** What one file says. `report` is null where the file is no report at all; its messages then say why. */
export interface PartReading extends Omit<RosterReading, 'reports'> {
  report: RosterReport | null;
}

export const emptyPart = (report: RosterReport | null = null): PartReading => ({
  report,
  rows: [],
  setAside: [],
  staff: [],
  messages: [],
});
