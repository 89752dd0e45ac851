/** What is filled in before an import is started; dates and the kind of roster stand in the address. */
export interface ImportDraft {
  matrix: readonly File[];
  reports: readonly File[];
  people: readonly File[];
  hospitals: readonly File[];
  createHospitals: boolean;
  allowPartial: boolean;
}

export const EMPTY_DRAFT: ImportDraft = {
  ...{ matrix: [], reports: [], people: [], hospitals: [] },
  ...{ createHospitals: false, allowPartial: false },
};

export interface ImportPlan extends ImportDraft {
  from: string;
  to: string;
  /** `feed`: from Amion. */
  roster: 'feed' | 'files';
}

export type Faults = Partial<Record<'matrix' | 'from' | 'to' | 'reports', string>>;

/** What is missing or cannot be, by field, in words. */
export function findFaults({ matrix, from, to, roster, reports }: ImportPlan): Faults {
  return {
    ...(matrix.length === 0 && { matrix: 'Choose the coverage matrix, or a flat list.' }),
    ...(from === '' && { from: 'Say the first schedule date.' }),
    ...(to === ''
      ? { to: 'Say the last schedule date.' }
      : from !== '' && from > to && { to: 'The last date cannot be before the first.' }),
    ...(roster === 'files' &&
      reports.length === 0 && { reports: 'Choose the saved reports, or take the roster from Amion.' }),
  };
}
